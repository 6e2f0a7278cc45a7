/** A code point that no text uses: it stands before what PostgreSQL cannot keep as text. */
const MARK = '\u{10FFFF}'

const plain = (text: string): boolean => !text.includes('\0') && text.isWellFormed() && !text.includes(MARK)

/** A text as PostgreSQL can keep it: zeros, lone surrogates and the mark itself are written as the mark and their number. */
export function keptText(text: string): string {
  if (plain(text)) return text
  return text.replace(
    new RegExp(`${MARK}|\\0|\\p{Surrogate}`, 'gu'),
    (found) => `${MARK}${found.codePointAt(0)!.toString(16).padStart(6, '0')}`,
  )
}

/** The text that was kept. */
export const readText = (text: string): string =>
  text.includes(MARK)
    ? text.replace(new RegExp(`${MARK}([0-9a-f]{6})`, 'gu'), (_, number) => String.fromCodePoint(parseInt(number, 16)))
    : text

/** A value of a statement, or a list of such. */
export function keptValue(value: unknown): unknown {
  if (typeof value === 'string') return keptText(value)
  return Array.isArray(value) ? value.map(keptValue) : value
}

/** A row of an answer. */
export function readRow<T>(row: T): T {
  const cells = row as Record<string, unknown>
  for (const [name, cell] of Object.entries(cells)) if (typeof cell === 'string') cells[name] = readText(cell)
  return row
}
