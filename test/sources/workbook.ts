import { deflateRawSync } from 'node:zlib'

/** A zip archive of texts, packed or only stored. */
export function zipOf(parts: Readonly<Record<string, string>>, packed = true): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []]
  let place = 0
  for (const [name, text] of Object.entries(parts)) {
    const [plain, path] = [Buffer.from(text), Buffer.from(name)]
    const content = packed ? deflateRawSync(plain) : plain
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(packed ? 8 : 0, 8)
    local.writeUInt16LE(path.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(packed ? 8 : 0, 10)
    entry.writeUInt32LE(content.length, 20)
    entry.writeUInt32LE(plain.length, 24)
    entry.writeUInt16LE(path.length, 28)
    entry.writeUInt32LE(place, 42)
    files.push(local, path, content)
    directory.push(entry, path)
    place += 30 + path.length + content.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length / 3, 10)
  end.writeUInt32LE(place, 16)
  return Buffer.concat([...files, ...directory, end])
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** A spreadsheet of rows, each text among the shared strings, as Excel writes it; empty cells are left out. */
export function workbookOf(rows: readonly (readonly string[])[]): Buffer {
  const shared = new Map<string, number>()
  const placeOf = (text: string) => {
    if (!shared.has(text)) shared.set(text, shared.size)
    return shared.get(text)!
  }
  const body = rows.map((row, r) => {
    const cells = row.map((text, c) =>
      text === '' ? '' : `<c r="${letters(c)}${r + 1}" t="s"><v>${placeOf(text)}</v></c>`,
    )
    return `<row r="${r + 1}">${cells.join('')}</row>`
  })
  return zipOf({
    'xl/workbook.xml': '<workbook><sheets><sheet name="Notes"/><sheet name="Data"/></sheets></workbook>',
    'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
    'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${body.join('')}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${[...shared.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
  })
}
