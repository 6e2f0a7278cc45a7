import { type Briefing, type Group, type Line, type Note, SECTIONS, type Section } from '../views/briefing.ts'
import { sayNote } from '../views/briefing-notes.ts'

/** What Markdown would take for markup, and what would begin a link or a tag. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>|#~]/g, '\\$&')

const reference = (line: Line): string => (line.note === undefined ? '' : `[^${line.note}]`)

const MARKS = { new: '**New.** ', changed: '**Changed.** ', gone: '**Gone.** ' } as const

function lineText(line: Line): string {
  const was = line.was === undefined ? '' : ` *(before: ${escaped(line.was)})*`
  const text = `${line.mark ? MARKS[line.mark] : ''}${escaped(line.text)}${reference(line)}${was}`
  return line.mark === 'gone' ? `${MARKS.gone}~~${escaped(line.text)}~~` : text
}

const table = (lines: readonly Line[]): string[] => [
  '| | |',
  '|---|---|',
  ...lines.map((line) => `| **${escaped(line.lead)}** | ${lineText(line)} |`),
]
const list = (lines: readonly Line[]): string[] => lines.map((line) => `- **${escaped(line.lead)}** ${lineText(line)}`)

function groupText(section: Section, { title, lines, rest }: Group): string[] {
  return [
    ...(title ? [`### ${escaped(title)}`, ''] : []),
    ...(section.id === 'glance' && !title ? table(lines) : list(lines)),
    ...(rest ? [...(lines.length ? [''] : []), `*${escaped(rest)}*`] : []),
    '',
  ]
}

const noteText = (note: Note): string =>
  `[^${note.n}]: ${sayNote(note)
    .map(({ text, url }) => `${escaped(text)}${url ? ` <${url.replace(/[<>\s]/g, encodeURIComponent)}>` : ''}`)
    .join(' ')}`

/** A briefing as Markdown with footnotes (`[^1]`). */
export function briefingMarkdown(briefing: Briefing): string {
  const { since } = briefing
  const order = SECTIONS.flatMap((id) => briefing.sections.filter((s) => s.id === id))
  const differs = since
    ? [`*Against the issue of ${since.drawn}: ${since.new} new, ${since.changed} changed, ${since.gone} gone.*`, '']
    : []
  return [
    `# ${escaped(briefing.title)}`,
    '',
    escaped(briefing.subtitle),
    '',
    ...differs,
    ...order.flatMap((s) => [
      `## ${escaped(s.title)}`,
      '',
      ...(s.intro ? [escaped(s.intro), ''] : []),
      ...s.groups.flatMap((g) => groupText(s, g)),
    ]),
    '---',
    '',
    escaped(briefing.closing),
    '',
    ...briefing.notes.map(noteText),
    '',
  ].join('\n')
}
