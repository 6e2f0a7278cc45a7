import PDFDocument from 'pdfkit'
import { type Briefing, type Group, type Line, type Note, SECTIONS, type Section } from '../views/briefing.ts'
import { sayNote } from '../views/briefing-notes.ts'
import { shown } from './briefing-html.ts'
import { PAGE, type Piece, Setter, WIDTH } from './pdf-setter.ts'

const MARKS = { new: 'New. ', changed: 'Changed. ', gone: 'Gone. ' } as const
const raised = (n: number): Piece => ({
  ...{ text: String(n), size: 6.5, raised: true },
  target: { goTo: `n${n}`, said: `Note ${n}` },
})

const pieces = (line: Line): Piece[] => [
  ...(line.mark ? [{ text: MARKS[line.mark], weight: '700-normal' as const }] : []),
  { text: line.text, ...(line.mark === 'gone' && { strike: true, colour: '#666666' }) },
  ...(line.note === undefined ? [] : [raised(line.note)]),
  ...(line.was === undefined
    ? []
    : [{ text: ` (before: ${line.was})`, weight: '400-italic' as const, colour: '#444444' }]),
]

function setGroup(set: Setter, section: Section, { title, lines, rest }: Group): void {
  const glance = section.id === 'glance'
  if (title) {
    set.room(40)
    set.y += 6
    set.paragraph([{ text: title, weight: '400-italic', colour: '#333333' }], { role: 'H3' })
  }
  const leadWidth = glance || lines.some((l) => l.lead.length > 24) ? 142 : 116
  const setLine = (line: Line): void => {
    const lead = [{ text: line.lead, ...(glance ? { weight: '700-normal' as const } : { colour: '#333333' }) }]
    set.paragraph(pieces(line), {
      x: PAGE.left + leadWidth,
      width: WIDTH - leadWidth,
      lead,
      leadWidth,
      after: glance ? 3 : 1.5,
    })
    if (glance) {
      set.rule(0.4, '#cccccc')
      set.y += 3
    }
  }
  if (lines.length) set.tags.within('L', () => lines.forEach(setLine))
  if (rest) set.paragraph([{ text: rest, weight: '400-italic', colour: '#444444' }], { after: 2 })
}

function setNote(set: Setter, note: Note): void {
  const look = { size: 7.8 }
  const said = sayNote(note).flatMap(({ text, url }): Piece[] => [
    { text: `${text} `, ...look },
    ...(url
      ? [{ text: `${shown(url)} `, ...look, colour: '#444444', target: { link: url, said: `Source: ${url}` } }]
      : []),
  ])
  set.paragraph(said, {
    ...{ x: PAGE.left + 22, width: WIDTH - 22, leading: 1.35, after: 1.5 },
    ...{ lead: [{ text: String(note.n), ...look }], leadWidth: 22, destination: `n${note.n}` },
  })
}

/** A briefing as a tagged PDF with Noto in it, without a browser; the same briefing gives the same bytes on every machine. */
export async function briefingPdf(briefing: Briefing): Promise<Uint8Array> {
  const day = new Date(`${briefing.drawn}T00:00:00Z`)
  const info = {
    Title: briefing.title,
    Creator: `Chancery ${briefing.version}`,
    Producer: 'pdfkit',
    CreationDate: day,
    ModDate: day,
  }
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info,
  })
  const chunks: Buffer[] = []
  const whole = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const set = new Setter(doc)
  set.tags.within('Document', () => setAll(set, briefing))
  numberPages(set)
  doc.end()
  await whole
  return new Uint8Array(Buffer.concat(chunks))
}

function setAll(set: Setter, briefing: Briefing): void {
  set.paragraph([{ text: briefing.title, size: 21 }], { leading: 1.25, after: 3, role: 'H1' })
  set.paragraph([{ text: briefing.subtitle, colour: '#444444' }], { after: 5 })
  set.rule(0.6, '#1a1a1a')
  set.y += 6
  const { since } = briefing
  if (since)
    set.paragraph([
      {
        text: `Against the issue of ${since.drawn}: ${since.new} new, ${since.changed} changed, ${since.gone} gone.`,
        weight: '400-italic',
      },
    ])
  for (const section of SECTIONS.flatMap((id) => briefing.sections.filter((s) => s.id === id)))
    set.tags.within('Sect', () => setSection(set, section))
  set.y += 14
  set.room(60)
  set.rule(0.6, '#1a1a1a')
  set.y += 6
  set.paragraph([{ text: briefing.closing, size: 9, colour: '#333333' }])
  if (briefing.notes.length) set.tags.within('Sect', () => setNotes(set, briefing.notes))
}

function setSection(set: Setter, section: Section): void {
  heading(set, section.title, 2)
  if (section.intro) set.paragraph([{ text: section.intro, weight: '400-italic', colour: '#444444' }])
  for (const group of section.groups) setGroup(set, section, group)
}

function setNotes(set: Setter, notes: readonly Note[]): void {
  heading(set, 'Notes', 3)
  set.tags.within('L', () => {
    for (const note of notes) setNote(set, note)
  })
}

function heading(set: Setter, title: string, after: number): void {
  set.room(70)
  set.y += 12
  set.doc.outline.addItem(title)
  set.paragraph([{ text: title, size: 12.5, weight: '700-normal' }], { after, role: 'H2' })
}

function numberPages(set: Setter): void {
  const { start, count } = set.doc.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    set.doc.switchToPage(start + i)
    const text = `${i + 1} / ${count}`
    const look = { size: 8, colour: '#555555' }
    const x = PAGE.width - PAGE.right - set.measure(text, look)
    set.tags.artifact('Pagination', () => set.line([{ text, ...look }], x, PAGE.height - 36))
  }
}
