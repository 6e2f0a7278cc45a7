import { parseXml, type XmlDocument, XmlElement, XmlText } from '@rgrove/parse-xml'
import { ChanceryError } from '../model/error.ts'
import type { Files } from './source.ts'

/** The root element of a file. Throws `incorrect` for what is no XML, and for another root than expected. */
export function rootOf(files: Files, path: string, name: string): XmlElement {
  const { root } = parsed(`${files.at}/${path}`, files.text(path))
  if (root?.name === name) return root
  const found = root ? `<${root.name}>` : 'nothing'
  throw wrong(`${files.at}/${path}`, `the root element is ${found}, expected <${name}>: is it the publisher's file?`)
}

function parsed(at: string, text: string): XmlDocument {
  try {
    return parseXml(text)
  } catch (error) {
    // A parser without bounds on nesting ends in a RangeError.
    throw wrong(at, `it is no XML that can be read: ${(error as Error).message.split('\n')[0]}`)
  }
}

const wrong = (at: string, what: string): ChanceryError => new ChanceryError('incorrect', at, `${at}: ${what}`)

/** Elements directly within, all or those of a name. */
export const within = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && (!name || child.name === name),
  )

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined => within(element, name)[0]

/** Text of an element with everything in it, white space folded; empty for no element. */
export const textOf = (element: XmlElement | undefined): string => folded(element?.text ?? '')

/** Text of the element at the end of a path of names. */
export const textAt = (element: XmlElement | undefined, ...path: string[]): string =>
  textOf(path.reduce((at: XmlElement | undefined, name) => child(at, name), element))

export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Every element of a name, at any depth, in document order. */
export function everyIn(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const open = [element]
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.name === name) found.push(at)
    open.push(...within(at).reverse())
  }
  return found
}

export { XmlElement, XmlText }
