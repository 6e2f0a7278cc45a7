/** An element of the structure that a reader aloud goes by. */
export interface Element {
  add(child: unknown): Element
  end(): void
}

/** Elements of PDF that a briefing is made of: `L` is a list, `LI` its item with `Lbl` and `LBody`. */
export type Role = 'Document' | 'Sect' | 'H1' | 'H2' | 'H3' | 'P' | 'L' | 'LI' | 'Lbl' | 'LBody'

/** Where a link leads: within the document, or to the world; and what is said of it. */
export interface Target {
  goTo?: string
  link?: string
  said: string
}

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** pdfkit takes these, and its types do not tell. */
interface Linking {
  link(x: number, y: number, w: number, h: number, url: string, options: object): void
  goTo(x: number, y: number, w: number, h: number, name: string, options: object): void
}

/** The structure of a document while it is set: what is drawn belongs to an element, or is an artifact that nobody reads aloud. */
export class Tags {
  readonly #doc: PDFKit.PDFDocument
  #open: Element[] = []
  #artifact = false

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc
  }

  /** Opens an element within the one that is open, until what is in it is set. */
  within(role: Role, set: () => void): void {
    const element = this.child(role)
    this.#open.push(element)
    set()
    this.#open.pop()
    element.end()
  }

  /** An element within the one that is open; who asks for it ends it. */
  child(role: Role): Element {
    const element = this.#doc.struct(role)
    const parent = this.#open.at(-1)
    if (parent) parent.add(element)
    else this.#doc.addStructure(element)
    return element as unknown as Element
  }

  /** What is there for the eye alone: rules, numbers of pages. */
  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.#doc.markContent('Artifact', { type } as PDFKit.Mixins.MarkingOptions)
    this.#artifact = true
    draw()
    this.#artifact = false
    this.#doc.endMarkedContent()
  }

  /** Draws words of an element; `actual` are the words in their logical order, where they stand otherwise on paper. */
  text(draw: () => Box, { element = this.#open.at(-1), target, actual }: TextOf): void {
    if (this.#artifact || !element) return void draw()
    const link = target && (this.#doc.struct('Link') as unknown as Element)
    if (link) element.add(link)
    const content = this.#doc.markStructureContent(link ? 'Link' : 'Span')
    if (actual !== undefined) this.#doc.markContent('Span', { actual } as PDFKit.Mixins.MarkingOptions)
    const box = draw()
    if (actual !== undefined) this.#doc.endMarkedContent()
    this.#doc.endMarkedContent()
    if (!link) return void element.add(content)
    link.add(content)
    this.#annotate(box, target, link)
    // Ended while its page is the present one, which pdfkit writes down with it.
    link.end()
  }

  #annotate({ x, y, width, height }: Box, { goTo, link, said }: Target, structParent: Element): void {
    const doc = this.#doc as unknown as Linking
    const options = { structParent, Contents: new String(said) }
    if (goTo) doc.goTo(x, y, width, height, goTo, options)
    else if (link) doc.link(x, y, width, height, link, options)
  }
}

interface TextOf {
  element?: Element | undefined
  target?: Target | undefined
  actual?: string | undefined
}
