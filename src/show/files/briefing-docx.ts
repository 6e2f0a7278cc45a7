import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  PatchType,
  patchDetector,
  patchDocument,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { ChanceryError } from '../../model/error.ts'
import { type Briefing, type Group, type Line, type Note, SECTIONS, type Section } from '../views/briefing.ts'
import { sayNote } from '../views/briefing-notes.ts'
import { shown } from './briefing-html.ts'
import { unzipped, zipped } from './zip.ts'

/** What XML cannot hold is shown as what it is: a character that was not readable. */
const xmlSafe = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
const RIGHT_TO_LEFT =
  /([\p{Script=Arabic}\p{Script=Hebrew}][\p{Script=Arabic}\p{Script=Hebrew}\p{M}\s\p{P}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{M}]|[\p{Script=Arabic}\p{Script=Hebrew}])/u

/** Runs of a text; what is written from right to left is said to be so. */
const runs = (
  text: string,
  look: { bold?: boolean; italics?: boolean; strike?: boolean; size?: number } = {},
): TextRun[] =>
  xmlSafe(text)
    .split(RIGHT_TO_LEFT)
    .filter(Boolean)
    .map((part) => new TextRun({ text: part, ...look, ...(RIGHT_TO_LEFT.test(part) && { rightToLeft: true }) }))

const MARKS = { new: 'New. ', changed: 'Changed. ', gone: 'Gone. ' } as const

const cellRuns = (line: Line): (TextRun | FootnoteReferenceRun)[] => [
  ...(line.mark ? runs(MARKS[line.mark], { bold: true }) : []),
  ...runs(line.text, line.mark === 'gone' ? { strike: true } : {}),
  ...(line.note === undefined ? [] : [new FootnoteReferenceRun(line.note)]),
  ...(line.was === undefined ? [] : runs(` (before: ${line.was})`, { italics: true })),
]

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const RULE = { style: BorderStyle.SINGLE, size: 2, color: 'BFBFBF' }

/** Text width of A4 between its margins, in twentieths of a point. */
const WIDTH = 9400
const cell = (children: Paragraph[], width: number): TableCell =>
  new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 0, right: 120 },
  })

function tableOf(lines: readonly Line[], ruled: boolean): Table {
  const lead = ruled || lines.some((line) => line.lead.length > 24) ? 2900 : 2150
  const rows = lines.map(
    (line) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell([new Paragraph({ children: runs(line.lead, { bold: ruled }), spacing: { after: 0 } })], lead),
          cell([new Paragraph({ children: cellRuns(line), spacing: { after: 0 } })], WIDTH - lead),
        ],
      }),
  )
  const inside = ruled ? RULE : NONE
  return new Table({
    rows,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: [lead, WIDTH - lead],
    layout: TableLayoutType.FIXED,
    borders: { top: NONE, left: NONE, right: NONE, bottom: inside, insideHorizontal: inside, insideVertical: NONE },
  })
}

const small = (text: string): Paragraph =>
  new Paragraph({ children: runs(text, { italics: true }), spacing: { before: 40, after: 80 } })

/** The groups of a section; `plain` leaves the look of headings to a template that may not know ours. */
function groupsOf(section: Section, plain: boolean): FileChild[] {
  return section.groups.flatMap(({ title, lines, rest }: Group): FileChild[] => [
    ...(title ? [heading(title, plain)] : []),
    ...(lines.length ? [tableOf(lines, section.id === 'glance')] : []),
    ...(rest ? [small(rest)] : []),
  ])
}

const heading = (title: string, plain: boolean): Paragraph =>
  plain
    ? new Paragraph({ children: runs(title, { italics: true }), keepNext: true, spacing: { before: 120, after: 20 } })
    : new Paragraph({ children: runs(title), heading: HeadingLevel.HEADING_2, keepNext: true })

function footnote(note: Note): { children: Paragraph[] } {
  const children = sayNote(note).flatMap(({ text, url }, i) => [
    ...runs(`${i ? ' ' : ' '}${text}`),
    ...(url
      ? [
          new TextRun(' '),
          new ExternalHyperlink({
            link: xmlSafe(url),
            children: [new TextRun({ text: xmlSafe(shown(url)), style: 'Hyperlink' })],
          }),
        ]
      : []),
  ])
  return { children: [new Paragraph({ children })] }
}

const footnotesOf = ({ notes }: Briefing): Record<string, { children: Paragraph[] }> =>
  Object.fromEntries(notes.map((note) => [String(note.n), footnote(note)]))

const differs = ({ since }: Briefing): string =>
  since ? `Against the issue of ${since.drawn}: ${since.new} new, ${since.changed} changed, ${since.gone} gone.` : ''

const FONT = 'Cambria'
const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 80, line: 264 } },
    },
    title: { run: { font: FONT, size: 44 }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { font: FONT, size: 26, bold: true, color: '1A1A1A' },
      paragraph: { spacing: { before: 320, after: 90 }, keepNext: true },
    },
    heading2: {
      run: { font: FONT, size: 21, italics: true, color: '333333' },
      paragraph: { spacing: { before: 160, after: 30 }, keepNext: true },
    },
    footnoteText: { run: { font: FONT, size: 16 }, paragraph: { spacing: { after: 20, line: 220 } } },
    hyperlink: { run: { color: '333333' } },
  },
}

const pageNumbers = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 16 })],
    }),
  ],
})

/** A briefing as a Word document with real footnotes; the same briefing gives the same bytes. */
export async function briefingDocx(briefing: Briefing): Promise<Uint8Array> {
  const sections = SECTIONS.flatMap((id) => briefing.sections.filter((s) => s.id === id))
  const body: FileChild[] = [
    new Paragraph({ children: runs(briefing.title), heading: HeadingLevel.TITLE }),
    new Paragraph({
      children: runs(briefing.subtitle),
      border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: '1A1A1A', space: 6 } },
    }),
    ...(briefing.since ? [small(differs(briefing))] : []),
    ...sections.flatMap((s) => [
      new Paragraph({ children: runs(s.title), heading: HeadingLevel.HEADING_1 }),
      ...(s.intro ? [small(s.intro)] : []),
      ...groupsOf(s, false),
    ]),
    new Paragraph({
      children: runs(briefing.closing, { size: 18 }),
      spacing: { before: 360 },
      border: { top: { style: BorderStyle.SINGLE, size: 6, color: '1A1A1A', space: 6 } },
    }),
  ]
  const document = new Document({
    title: xmlSafe(briefing.title),
    creator: `Chancery ${briefing.version}`,
    lastModifiedBy: `Chancery ${briefing.version}`,
    styles: STYLES,
    footnotes: footnotesOf(briefing),
    sections: [
      {
        properties: {
          page: { size: { width: 11906, height: 16838 }, margin: { top: 1250, bottom: 1140, left: 1250, right: 1250 } },
        },
        footers: { default: pageNumbers },
        children: body,
      },
    ],
  })
  return settled(new Uint8Array(await Packer.toBuffer(document)), briefing.drawn, 'briefing')
}

/** Placeholders of a house's template: `{{title}}` and the like within a paragraph, a section's in a paragraph of its own. */
export const PLACEHOLDERS = [
  'title',
  'subtitle',
  'differences',
  'date',
  'drawn',
  'names',
  'closing',
  ...SECTIONS,
] as const

/** A house's own template with its placeholders filled. Throws `incorrect` for what is no DOCX or has none of them. */
export async function filledTemplate(
  briefing: Briefing,
  template: Uint8Array,
): Promise<{ bytes: Uint8Array; filled: string[]; left: string[] }> {
  // Looked through first: what is no document, or unpacks beyond bounds, goes no further.
  unzipped(template, '--template')
  const found = await patchDetector({ data: template, trimPlaceholders: true }).catch(() => {
    throw new ChanceryError('incorrect', '--template', 'no Word document: give a .docx')
  })
  const patches = patchesOf(briefing)
  const filled = [...new Set(found)].filter((key) => Object.hasOwn(patches, key))
  if (!filled.length)
    throw new ChanceryError(
      'incorrect',
      '--template',
      `the template has none of the placeholders ${PLACEHOLDERS.map((p) => `{{${p}}}`).join(', ')}: write some into it`,
    )
  const bytes = await patchDocument({
    outputType: 'uint8array',
    data: template,
    patches: Object.fromEntries(filled.map((key) => [key, patches[key]!])),
    footnotes: footnotesOf(briefing),
    trimPlaceholders: true,
  })
  const left = [...new Set(found)].filter((key) => !filled.includes(key)).map((key) => `{{${key}}}`)
  return { bytes: settled(bytes, briefing.drawn, '--template'), filled, left }
}

type Patch =
  | { type: typeof PatchType.PARAGRAPH; children: TextRun[] }
  | { type: typeof PatchType.DOCUMENT; children: FileChild[] }

function patchesOf(briefing: Briefing): Record<string, Patch> {
  const words = (text: string): Patch => ({ type: PatchType.PARAGRAPH, children: runs(text) })
  const blocks = (id: Section['id']): Patch => {
    const section = briefing.sections.find((s) => s.id === id)
    const children = section ? groupsOf(section, true) : [small('Nothing to be said.')]
    return { type: PatchType.DOCUMENT, children }
  }
  return {
    title: words(briefing.title),
    subtitle: words(briefing.subtitle),
    differences: words(differs(briefing)),
    date: words(briefing.on),
    drawn: words(briefing.drawn),
    authority: words(briefing.names),
    closing: words(briefing.closing),
    ...Object.fromEntries(SECTIONS.map((id) => [id, blocks(id)])),
  }
}

const STAMPS = /(<dcterms:(?:created|modified)[^<>]*>)[^<]*(<)/g
/** Ids that the library draws at random, and that only have to differ. */
const DRAWN = /\brId(?=[\w-]{0,40}[a-z_-])[\w-]{8,}/g

/** The document without the clock's time and without what was drawn at random. */
function settled(data: Uint8Array, day: string, at: string): Uint8Array {
  const ids = new Map<string, string>()
  const own = (id: string): string => {
    if (!ids.has(id)) ids.set(id, `rIdC${ids.size + 1}`)
    return ids.get(id)!
  }
  const entries = unzipped(data, at).map(({ name, bytes }) => {
    if (!/\.(?:xml|rels)$/.test(name)) return { name, bytes }
    const text = Buffer.from(bytes).toString('utf8').replace(DRAWN, own)
    const dated = name === 'docProps/core.xml' ? text.replace(STAMPS, `$1${day}T00:00:00Z$2`) : text
    return { name, bytes: Buffer.from(dated) }
  })
  return zipped(entries)
}
