/** What is needed of a node of any DOM. */
export interface Node {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  firstChild: Node | null
  nextSibling: Node | null
  parentNode: Node | null
  getAttribute?(name: string): string | null
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Elements that begin and end a paragraph. */
const BLOCKS = words(
  `ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DIV DL DT FIELDSET FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR LI MAIN OL P PRE SECTION TABLE
   TBODY THEAD TFOOT TR UL CAPTION DETAILS SUMMARY`.replace(/\s+/g, ' '),
)
/** Elements of which nothing is part of the running text. */
const SILENT = words(
  `SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT CANVAS AUDIO VIDEO PICTURE FIGURE FIGCAPTION ASIDE NAV FOOTER BUTTON
   INPUT SELECT TEXTAREA DIALOG HEAD TITLE LINK META`.replace(/\s+/g, ' '),
)

const [ELEMENT, TEXT] = [1, 3]

interface Block {
  pieces: string[]
  /** How much of it stands in links, in characters. */
  linked: number
}

/** Paragraphs of a tree, from top to bottom, walked without recursion. */
export function paragraphsOf(root: Node): string[] {
  const out: string[] = []
  let block: Block = { pieces: [], linked: 0 }
  let links = 0
  const end = () => {
    const text = tidy(block.pieces.join(''))
    if (text && !isAside(text, block.linked)) out.push(text)
    block = { pieces: [], linked: 0 }
  }
  for (let node: Node | null = root; node; ) {
    const down: Node | null = enter(node)
    if (down) {
      if (node.nodeName.toUpperCase() === 'A') links++
      node = down
      continue
    }
    while (node !== root && !node.nextSibling) node = leave(node.parentNode!)
    if (node === root) break
    node = node.nextSibling!
  }
  end()
  return out

  /** Says what a node is, and gives the first inside it. */
  function enter(node: Node): Node | null {
    if (node.nodeType === TEXT) {
      const text = node.nodeValue ?? ''
      block.pieces.push(text)
      if (links) block.linked += text.length
      return null
    }
    if (node.nodeType !== ELEMENT) return node === root ? node.firstChild : null
    const name = node.nodeName.toUpperCase()
    if (node !== root && (SILENT.has(name) || isHidden(node) || isNoteMark(name, node))) return null
    if (name === 'BR') block.pieces.push('\u2028')
    if (name === 'TD' || name === 'TH') block.pieces.push(' ')
    if (BLOCKS.has(name)) end()
    return node.firstChild
  }
  function leave(node: Node): Node {
    const name = node.nodeName.toUpperCase()
    if (name === 'A') links--
    if (BLOCKS.has(name)) end()
    return node
  }
}

const isHidden = (node: Node): boolean =>
  node.getAttribute?.('hidden') != null ||
  node.getAttribute?.('aria-hidden') === 'true' ||
  /(?:^|;)\s*display\s*:\s*none/i.test(node.getAttribute?.('style') ?? '')

/** The mark of a note, "[3]". */
const isNoteMark = (name: string, { firstChild }: Node): boolean => {
  const inner = firstChild?.nodeName.toUpperCase() === 'A' ? firstChild.firstChild : firstChild
  return name === 'SUP' && /^\s*\[?\d{1,3}\]?\s*$/.test(inner?.nodeValue ?? '')
}

/** One line end is a space; two breaks in a row part paragraphs, one parts lines; soft hyphens and zero widths go. */
const tidy = (text: string): string =>
  text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0]+/g, (run) => {
      const breaks = run.split('\u2028').length - 1
      return breaks > 1 ? '\n\n' : breaks ? '\n' : ' '
    })
    .trim()

/** Signs of the page, not of the article, where they begin a short paragraph that is no sentence. */
const SIGN =
  /^(?:read (?:more|also|next)|also read|see also|more on this|related|recommended|share (?:this|on)|listen to this|watch|photo|image|picture|video|skip to)\b/i
/** The same, also in a sentence. */
const PLEA =
  /^(?:advertisement|sign up (?:for|to)|subscribe (?:to|now|for)|follow us|click here|download our|join our|©|\(c\) ?\d{4}|copyright (?:©|\d{4})|\(?(?:additional )?(?:reporting|writing|editing) by)/i
const RIGHTS = /all rights reserved|may not be (?:published|reproduced|republished)/i
const SHORT = 120

const isSentence = (text: string): boolean => /[.!?]["”’)\]]{0,3}$/.test(text)

/** A paragraph that is a link to another article, or a sign of the page. */
const isAside = (text: string, linked: number): boolean =>
  text.length <= SHORT * 2 &&
  ((linked >= text.length * 0.9 && !isSentence(text)) ||
    (text.length <= SHORT && SIGN.test(text) && !isSentence(text)) ||
    PLEA.test(text) ||
    RIGHTS.test(text))
