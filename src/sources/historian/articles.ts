import { pathsIn } from '../recognise.ts'
import type { Files } from '../source.ts'
import { child, everyIn, folded, rootOf, textOf, within, XmlElement, XmlText } from '../xml.ts'

/** One dated entry of an article: its heading, and its paragraphs as running text. */
export interface Entry {
  file: string
  /** Of the section: `recognition`, `diplomatic-relations`, … */
  section: string
  heading: string
  /** As the heading's markup dates it, where it does. */
  dated?: string
  paragraphs: string[]
}

/** An article on one country: its own name for it, and its entries in order. */
export interface Article {
  file: string
  /** `ecuador`: the publisher's id, and the end of its address. */
  id: string
  country: string
  /** Countries that ended are marked so. */
  ended: boolean
  entries: Entry[]
}

export const articlesIn = (files: Files): Article[] =>
  pathsIn(files, 'articles/', '.xml').map((file) => articleOf(files, file))

function articleOf(files: Files, file: string): Article {
  const root = rootOf(files, file, 'TEI')
  const title = everyIn(root, 'title').find(({ attributes }) => attributes.type === 'short')
  const name = textOf(title)
  return {
    file,
    id: file.replace(/^.*\/|\.xml$/g, ''),
    country: name.replace(/\*$/, ''),
    ended: name.endsWith('*'),
    entries: everyIn(root, 'div')
      .filter(isSection)
      .flatMap((div) => entriesOf(file, div)),
  }
}

const isSection = ({ attributes }: XmlElement): boolean => attributes.type === 'section'

function entriesOf(file: string, section: XmlElement): Entry[] {
  const id = section.attributes['xml:id'] ?? ''
  const inner = within(section, 'div').map((div) => entryOf(file, id, div))
  const own = entryOf(file, id, section)
  return own.paragraphs.length ? [own, ...inner] : inner
}

function entryOf(file: string, section: string, div: XmlElement): Entry {
  const head = child(div, 'head')
  const dated = head && everyIn(head, 'date')[0]?.attributes.when
  return {
    file,
    section,
    heading: plain(head),
    ...(dated && { dated }),
    paragraphs: within(div, 'p').map(plain).filter(Boolean),
  }
}

/** Running text: notes and graphics left out, white space folded. */
function plain(element: XmlElement | undefined): string {
  const parts: string[] = []
  const open: (XmlElement | XmlText)[] = element ? [element] : []
  for (let at = open.pop(); at; at = open.pop()) {
    if (at instanceof XmlText) parts.push(at.text)
    else if (at.name !== 'note' && at.name !== 'figure')
      open.push(...at.children.filter((one) => one instanceof XmlText || one instanceof XmlElement).reverse())
  }
  return folded(parts.join(''))
}
