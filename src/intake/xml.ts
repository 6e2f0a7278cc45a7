import { ChanceryError } from '../model/error.ts'

/** One piece of an XML text, in its order. `name` is without its namespace's prefix. */
export type Piece =
  | { is: 'open'; name: string; attributes: string; empty: boolean }
  | { is: 'close'; name: string }
  | { is: 'text'; text: string }

/**
 * Walks an XML text from its beginning to its end: linear, without a tree, and without entities but the five of XML and numbers,
 * so that nothing can grow. Throws `incorrect` for a document type definition, which could define others.
 */
export function* pieces(xml: string, at: string): Generator<Piece> {
  let from = 0
  while (from < xml.length) {
    const tag = xml.indexOf('<', from)
    const end = tag < 0 ? xml.length : tag
    if (end > from) yield { is: 'text', text: unescaped(xml.slice(from, end)) }
    if (tag < 0) return
    if (xml.startsWith('<!--', tag)) from = past(xml, '-->', tag + 4)
    else if (xml.startsWith('<![CDATA[', tag)) {
      from = past(xml, ']]>', tag + 9)
      yield { is: 'text', text: xml.slice(tag + 9, from - 3) }
    } else if (xml.startsWith('<?', tag)) from = past(xml, '?>', tag + 2)
    else if (xml.startsWith('<!', tag))
      throw new ChanceryError('incorrect', at, 'its XML defines entities of its own: save the document again')
    else {
      from = past(xml, '>', tag + 1)
      yield element(xml.slice(tag + 1, from - 1))
    }
  }
}

function past(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from)
  return found < 0 ? xml.length + mark.length : found + mark.length
}

function element(inside: string): Piece {
  if (inside.startsWith('/')) return { is: 'close', name: local(inside.slice(1).trim()) }
  const empty = inside.endsWith('/')
  const space = inside.search(/[\s/]/)
  const name = space < 0 ? inside : inside.slice(0, space)
  return { is: 'open', name: local(name), attributes: space < 0 ? '' : inside.slice(space), empty }
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (all, decimal, hex, name) => {
        if (name) return NAMED[name]!
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
      })
    : text

/** The value of an attribute by its name without a prefix. */
export const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]{0,400})"|'([^']{0,400})')`)
    .exec(attributes)
    ?.slice(1)
    .find((v) => v !== undefined)
