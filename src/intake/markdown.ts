import { dayIn, languageTag } from './day.ts'
import { type Extract, known } from './extract.ts'

/**
 * The running text of Markdown: what its marks mark, without them; paragraphs parted by blank lines. A heading at the very top is
 * the title, a block between lines of `---` before it says what it says.
 */
export function readMarkdown(source: string): Extract {
  const { about, body } = frontMatter(source.replace(/^\uFEFF/, ''))
  const { title, blocks } = blocksOf(body)
  return known({ text: blocks.map(inline).filter(Boolean).join('\n\n'), title: about.title ?? title, ...about })
}

const FIELDS: Readonly<Record<string, 'title' | 'date' | 'outlet' | 'source' | 'language'>> = {
  ...{ title: 'title', headline: 'title', date: 'date', published: 'date', outlet: 'outlet', site: 'outlet' },
  ...{ source: 'source', url: 'source', link: 'source', lang: 'language', language: 'language' },
}
const LONGEST_FRONT = 8000

function frontMatter(source: string): { about: Omit<Extract, 'text'>; body: string } {
  const lines = source.slice(0, LONGEST_FRONT).split('\n')
  const end = /^---\s*$/.test(lines[0]!) ? lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)\s*$/.test(line)) : -1
  if (end < 0) return { about: {}, body: source }
  const about: Omit<Extract, 'text' | 'part'> = {}
  for (const line of lines.slice(1, end)) {
    const [, name = '', value = ''] = /^([A-Za-z]{1,20}):[ \t]*(?![ \t])(.*)$/.exec(line.trimEnd()) ?? []
    const field = FIELDS[name.toLowerCase()]
    const plain = value.replace(/^(["'])(.*)\1$/, '$2')
    const told = field === 'date' ? dayIn(plain) : field === 'language' ? languageTag(plain) : plain
    if (field && told) about[field] = told
  }
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0)
  return { about, body: source.slice(length) }
}

const FENCE = /^ {0,3}(```|~~~)/
const RULE = /^ {0,3}(?:[-*_]\s*){3,}$/
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/
const HEADING = /^ {0,3}#{1,6}[ \t]+(?![ \t])(.*)$/
/** The words of a heading without the signs that may close it. */
function headingIn(line: string): string | undefined {
  const words = HEADING.exec(line)?.[1]
  return words?.replace(/(?<!#)#+$/, '').replace(/(?<![ \t])[ \t]+$/, '')
}
const ITEM = /^\s{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+/
const TABLE_RULE = /^[\s|:-]{3,}$/

function blocksOf(body: string): { title?: string; blocks: string[] } {
  const blocks: string[] = []
  let title: string | undefined
  let held: string[] = []
  let fence = ''
  const end = () => {
    if (held.length) blocks.push(held.join('\n'))
    held = []
  }
  for (const raw of body.split(/\r?\n/)) {
    const mark = FENCE.exec(raw)?.[1]
    if (fence || mark) {
      if (mark && (!fence || mark === fence)) fence = fence ? '' : mark
      end()
      continue
    }
    const line = raw.replace(/^(?: {0,3}> ?){1,8}/, '')
    const heading = headingIn(line)
    if (heading !== undefined) {
      end()
      if (!title && !blocks.length) title = inline(heading)
      else blocks.push(heading)
    } else if (!line.trim() || RULE.test(line) || DEFINITION.test(line) || isRuleOfTable(line)) end()
    else {
      if (ITEM.test(line)) end()
      held.push(line.replace(ITEM, '').trim())
    }
  }
  end()
  return { ...(title && { title }), blocks }
}

const isRuleOfTable = (line: string): boolean => TABLE_RULE.test(line) && line.includes('-')

/** Links are their words, pictures are nothing, marks of weight are gone. Each pattern is bounded, so that none can run away. */
const inline = (text: string): string =>
  text
    .replace(/!\[[^[\]]{0,500}\]\([^()\s]{0,2000}(?:\s"[^"]{0,300}")?\)/g, '')
    .replace(/\[([^[\]]{1,500})\]\([^()\s]{0,2000}(?:\s"[^"]{0,300}")?\)/g, '$1')
    .replace(/\[([^[\]]{1,500})\]\[[^\]]{0,200}\]/g, '$1')
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[A-Za-z][^<>]{0,500}>/g, '')
    .replace(/(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/(?<!\w)(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?!\w)/g, '$2')
    .replace(/`([^`]{1,500})`/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .trim()
