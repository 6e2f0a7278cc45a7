/** Formats that ECMA-376 (18.8.30) shows as days, by number; those of times alone (18 to 21, 45 to 47) are not among them. */
const DATE_FORMATS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
])

/** The styles of cells, by number, that show a number as a day. */
export function dateStyles(xml: string): Set<number> {
  const own = new Set(
    [...xml.matchAll(/<(?:\w+:)?numFmt\b([^<>]{0,2000})>/g)].flatMap(([, head = '']) =>
      showsDay(/formatCode="([^"]*)"/.exec(head)?.[1] ?? '') ? [Number(/numFmtId="(\d+)"/.exec(head)?.[1])] : [],
    ),
  )
  const formats = [...cellFormats(xml).matchAll(/<(?:\w+:)?xf\b[^<>]*?\bnumFmtId="(\d+)"/g)].map((m) => Number(m[1]))
  return new Set(formats.flatMap((format, i) => (DATE_FORMATS.has(format) || own.has(format) ? [i] : [])))
}

/** What stands in the element of cells' formats. */
function cellFormats(xml: string): string {
  const open = /<(?:\w+:)?cellXfs\b[^<>]*>/.exec(xml)
  const inside = open ? xml.slice(open.index + open[0].length) : ''
  return inside.slice(0, Math.max(0, inside.search(/<\/(?:\w+:)?cellXfs>/)))
}

/** `yyyy-mm-dd`, `d mmm yy`; not `0.00`, `[Red]0`, `"day" 0` or `mm:ss`. */
function showsDay(code: string): boolean {
  const plain = code.replace(/&quot;.{0,200}?&quot;|\[[^\]]{0,200}\]|\\./g, '')
  return /y/i.test(plain) || (/d/i.test(plain) && /m/i.test(plain))
}

const MS_A_DAY = 86_400_000
const LAST = 2_958_465

/**
 * The day of a spreadsheet's number: days since 30 December 1899, or since 1904 began. Before 1 March 1900 it counts a day that
 * never was, so that these are not told; a time of day is left out.
 */
export function serialDay(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial)
  if (!(days >= (from1904 ? 0 : 61) && days <= LAST)) return undefined
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  return new Date(start + days * MS_A_DAY).toISOString().slice(0, 10)
}
