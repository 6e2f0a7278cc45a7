import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP archive; with `lie`, its directory says that every file is ten bytes long. */
export function zip(files: Readonly<Record<string, Buffer | string>>, lie = false): Buffer {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [path, content] of Object.entries(files)) {
    const [name, plain] = [Buffer.from(path), Buffer.from(content as string)]
    const packed = deflateRawSync(plain, { level: 9 })
    const size = lie ? 10 : plain.length
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(plain), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(8, 10)
    central.writeUInt32LE(crc32(plain), 16)
    central.writeUInt32LE(packed.length, 20)
    central.writeUInt32LE(size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt32LE(at, 42)
    parts.push(local, name, packed)
    directory.push(central, name)
    at += 30 + name.length + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const place of [8, 10]) end.writeUInt16LE(Object.keys(files).length, place)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The smallest Word document of these paragraphs, each given as the XML inside it or as plain text. */
export function docx(paragraphs: readonly (string | { xml: string })[], title?: string): Buffer {
  const inside = (one: string | { xml: string }) =>
    typeof one === 'string' ? `<w:r><w:t xml:space="preserve">${escaped(one)}</w:t></w:r>` : one.xml
  const core = `<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>${escaped(title ?? '')}</dc:title></cp:coreProperties>`
  const body = paragraphs.map((one) => `<w:p>${inside(one)}</w:p>`).join('')
  return zip({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    'docProps/core.xml': core,
  })
}

/** A PDF of these objects, the first of which is its catalogue. */
export function pdf(objects: readonly (string | Buffer)[]): Buffer {
  const out: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const places: number[] = []
  let at = 9
  for (const [i, object] of objects.entries()) {
    const written = Buffer.concat([
      Buffer.from(`${i + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ])
    places.push(at)
    at += written.length
    out.push(written)
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  out.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`,
    ),
  )
  return Buffer.concat(out)
}

export const stream = (content: Buffer | string, dictionary = ''): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`),
    Buffer.from(content as string),
    Buffer.from('\nendstream'),
  ])

export const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>'
export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'

/** A PDF of pages, each a list of lines with their places in points from the lower left corner. */
export function pages(...all: readonly (readonly [x: number, y: number, text: string, size?: number])[][]): Buffer {
  const kids = all.map((_, i) => `${4 + i * 2} 0 R`).join(' ')
  const objects: (string | Buffer)[] = [CATALOGUE, `<< /Type /Pages /Kids [${kids}] /Count ${all.length} >>`, FONT]
  for (const [i, lines] of all.entries()) {
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      stream(
        lines
          .map(([x, y, text, size = 11]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
          .join('\n'),
      ),
    )
  }
  return pdf(objects)
}

/** A page of one content stream, with what more it uses. */
export const onePage = (content: Buffer | string, resources = '', ...more: (string | Buffer)[]): Buffer =>
  pdf([
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> >>`,
    content,
    FONT,
    ...more,
  ])

/** One record of a web archive. */
export function record(url: string, http: Buffer | string, type = 'response', date = '2024-03-12T08:00:00Z'): Buffer {
  const body = Buffer.from(http as string)
  const of = type === 'response' ? 'application/http; msgtype=response' : 'text/html'
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: ${date}\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: ${of}\r\nContent-Length: ${body.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')])
}

export const http = (type: string, body: string | Buffer, more = ''): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n${more}\r\n`), Buffer.from(body as string)])
