import type { Claim } from '../model/claim.ts'
import type { Source } from '../model/coverage.ts'
import type { Outcome, Verdict } from '../model/verdict.ts'
import type { Label } from './en/label.ts'
import { sayMargins } from './en/margin.ts'
import { statedBy } from './en/stated.ts'
import { point } from './en/time.ts'
import { cited, type ShownFact, showVerdict } from './verdict.ts'
import { notesOf, sayNote } from './views/notes.ts'
import { OUTCOME_MARKS, OUTCOME_WORDS } from './views/outcome.ts'
import { wrap } from './wrap.ts'

/** What a report is made of; `paint` adds colour where the terminal has it. */
export interface ReportInput {
  title?: string
  date?: string
  asOf: string
  claims: readonly { claim: Claim; verdict: Verdict }[]
  unread: readonly { quote: string; because: string }[]
  sources: ReadonlyMap<string, Source>
  label: Label
  width: number
  remarks: boolean
  paint: (outcome: Outcome | 'dim' | 'strong', text: string) => string
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()
const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1).trimEnd()}…` : text

const sourceOf = (input: ReportInput) => (id: string) => input.sources.get(id)?.title ?? id

/** Claims in the order shown: worst first as given, remarks left out unless asked for. */
export const inOrder = (input: ReportInput) =>
  input.claims.filter(({ claim }) => input.remarks || claim.kind !== 'remark')

/** A line for each claim, worst first; what fails or stays open says by what, what is true, and who could tell. */
export function report(input: ReportInput): string {
  const rows = inOrder(input)
  const hidden = input.claims.length - rows.length
  const lines = rows.flatMap((row, i) => lineOf(row, i + 1, input))
  const out = [...heading(input, rows), '', ...lines]
  if (input.unread.length)
    out.push(
      '',
      ...input.unread.map((u) => cut(`   …  not read safely: “${fold(u.quote)}” (${u.because})`, input.width)),
    )
  if (hidden) out.push('', input.paint('dim', `${hidden} remarks hidden: show them with --remarks.`))
  if (rows.length) out.push(input.paint('dim', 'Details of a line: --explain N.'))
  return `${out.join('\n')}\n`
}

function heading(input: ReportInput, rows: ReportInput['claims']): string[] {
  const about = [input.title && input.paint('strong', fold(input.title)), input.date && point(input.date)]
    .filter(Boolean)
    .join(', ')
  const counts = (Object.keys(OUTCOME_WORDS) as Outcome[]).flatMap((o) => {
    const n = rows.filter((r) => r.verdict.outcome === o).length
    return n ? [`${n} ${OUTCOME_WORDS[o]}`] : []
  })
  const asOf = input.date && input.asOf !== input.date ? `, as of ${point(input.asOf)}` : ''
  return [
    ...(about ? [about] : []),
    rows.length ? counts.join(' · ') + asOf : 'No claim about relations between states was found.',
  ]
}

function lineOf({ claim, verdict }: { claim: Claim; verdict: Verdict }, n: number, input: ReportInput): string[] {
  const label = `${OUTCOME_MARKS[verdict.outcome]} ${OUTCOME_WORDS[verdict.outcome]}`.padEnd(16)
  const head = `${String(n).padStart(3)} ${input.paint(verdict.outcome, label)} `
  const who = claim.speaker ? ` (says ${claim.speaker.label})` : ''
  const quote = cut(fold(claim.quote), Math.max(30, input.width - 21 - who.length))
  return [
    `${head}${quote}${input.paint('dim', who)}`,
    ...notesOf(claim, verdict, input.label, sourceOf(input)).map((note) => indent(sayNote(note), input.width)),
  ]
}

const MARGIN = ' '.repeat(21)
const indent = (text: string, width: number): string =>
  wrap(text, width - MARGIN.length)
    .map((line) => MARGIN + line)
    .join('\n')

/** Everything about one claim: readings, parts, evidence with quotes, coverage, gaps, what is true nearby, and today. */
export function explain({ claim, verdict }: { claim: Claim; verdict: Verdict }, input: ReportInput): string {
  const shown = showVerdict(claim, verdict, input.label)
  const source = sourceOf(input)
  const { paint } = input
  const out: string[] = []
  const section = (title: string, lines: readonly string[]) => {
    if (lines.length)
      out.push(
        '',
        paint('strong', title),
        ...lines.flatMap((l) => wrap(l, input.width - 4).map((w, i) => (i ? `    ${w}` : `  ${w}`))),
      )
  }
  out.push(paint('strong', `“${fold(claim.quote)}”`))
  out.push(
    `${claim.kind}, characters ${claim.span.start}–${claim.span.end}; ${claim.voice === 'narrator' ? 'in the article’s own voice' : `${claim.voice}: ${claim.speaker?.label ?? ''}`}; read by ${claim.rules.join(' › ') || 'hand'}`,
  )
  out.push(
    '',
    `${paint(verdict.outcome, `${OUTCOME_MARKS[verdict.outcome]} ${OUTCOME_WORDS[verdict.outcome]}`)}, as of ${point(verdict.asOf)}`,
  )
  if (shown.reason) out.push(`  ${shown.reason}`)
  section(
    shown.readings.length > 1 ? 'Readings, the likeliest first' : 'Reading',
    shown.readings.map((r) => `${OUTCOME_MARKS[r.verdict]} ${r.say}: ${OUTCOME_WORDS[r.verdict]}`),
  )
  if (shown.parts.length > 1)
    section(
      'Parts',
      shown.parts.map(
        (p) =>
          `${OUTCOME_MARKS[p.verdict]} ${p.say}${p.presupposed ? ' (presupposed)' : ''}: ${OUTCOME_WORDS[p.verdict]}`,
      ),
    )
  section(
    'For',
    shown.witnesses.map((f) => telling(f, source)),
  )
  section(
    verdict.outcome === 'supported' ? 'Told otherwise, or by another reckoning' : 'Against',
    shown.against.map((f) => telling(f, source)),
  )
  section('Margin', sayMargins(verdict, source))
  section('True nearby', shown.nearest ? [shown.nearest] : [])
  section(
    'Missing',
    shown.missing.map((g) => `${g.say}. Ask ${g.who}.`),
  )
  section('Coverage used', coverageLines(verdict, source))
  section('Today', [`${OUTCOME_WORDS[shown.today.verdict]}, as known on ${point(shown.today.on)}`])
  return `${out.join('\n')}\n`
}

const telling = (f: ShownFact, source: (id: string) => string): string =>
  [cited(f, source), f.quote && `“${f.quote}”`, f.url, f.fact].filter(Boolean).join(' · ')

const coverageLines = (verdict: Verdict, source: (id: string) => string): string[] => [
  ...new Set(
    verdict.readings.flatMap((r) =>
      r.parts.flatMap((p) =>
        p.answer.coverage.map(
          (c) => `${source(c.cite.source)}: ${c.kind}, ${point(c.from)} to ${point(c.to)}, ${statedBy(c)}`,
        ),
      ),
    ),
  ),
]
