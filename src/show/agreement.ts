import { definite, type Label } from './en/label.ts'
import { type AgreementView, CHOICES, type Share } from './views/agreement.ts'
import { wrap } from './wrap.ts'

const count = (n: number): string => n.toLocaleString('en-US')
const percent = ({ alike, both }: Pick<Share, 'alike' | 'both'>): string =>
  both ? `${((100 * alike) / both).toFixed(1)} %` : '–'

/** Sources of the roll calls by id. */
type Titles = (id: string) => string

/** How two states voted as text: the share, who chose what, by year where asked, and what is held. */
export function agreementText(
  view: AgreementView,
  pair: readonly [string, string],
  {
    byYear,
    label,
    title,
    width,
    strong,
  }: { byYear: boolean; label: Label; title: Titles; width: number; strong: (text: string) => string },
): string {
  const [a, b] = pair.map((id) => label(id)) as [string, string]
  const out = [strong(`${a} and ${b} in the General Assembly`)]
  if (!view.both) out.push('', ...wrap(nothing(view, a, b), width))
  else out.push('', ...wrap(share(view), width), '', ...choices(view, a, b), '', ...compared(view, a, b))
  if (byYear && view.both) out.push('', ...years(view))
  return `${[...out, '', ...held(view, title, width)].join('\n')}\n`
}

const nothing = ({ rolls, seats }: AgreementView, a: string, b: string): string => {
  const never = [seats.one.length ? '' : a, seats.other.length ? '' : b].filter(Boolean).map(definite)
  if (never.length) return `${never.join(' and ')} never sat in the General Assembly, as the atlas has it.`
  return rolls ? 'Both took part in none of the roll calls held here.' : 'No roll calls of these years are held here.'
}

const share = (view: AgreementView): string =>
  `They chose alike in ${count(view.alike)} of the ${count(view.both)} roll calls in which both took part (${percent(view)}).`

/** Who chose what: a row for each choice of one, a column for each of the other. */
function choices({ table }: AgreementView, a: string, b: string): string[] {
  const wide = Math.max(...CHOICES.map((c) => `${a}: ${c}`.length))
  const head = CHOICES.map((choice) => `${b}: ${choice}`)
  const row = (name: string, cells: readonly string[]) =>
    `  ${name.padEnd(wide)}  ${cells.map((cell, i) => cell.padStart(head[i]!.length)).join('  ')}`
  return [row('', head), ...CHOICES.map((choice, x) => row(`${a}: ${choice}`, table[x]!.map(count)))]
}

/** How each voted with the members of a group, over the same years. */
const compared = ({ compare }: AgreementView, a: string, b: string): string[] => {
  const sum = (shares: readonly Share[]) => ({
    both: shares.reduce((n, s) => n + s.both, 0),
    alike: shares.reduce((n, s) => n + s.alike, 0),
  })
  return [
    'For comparison, alike with the members of:',
    ...compare.map((g) => `  ${g.label}: ${a} ${percent(sum(g.one))}, ${b} ${percent(sum(g.other))}`),
  ]
}

/** From the first year in which both took part to the last; of the years between, also those in which they did not. */
const between = ({ years: all }: AgreementView) => {
  const [first, last] = [all.findIndex((y) => y.both > 0), all.findLastIndex((y) => y.both > 0)]
  return all.slice(first, last + 1)
}

const years = (view: AgreementView): string[] => [
  '  year  held  both  alike    share',
  ...between(view).map(
    (y) =>
      `  ${y.year}  ${String(y.rolls).padStart(4)}  ${String(y.both).padStart(4)}  ${String(y.alike).padStart(5)}  ${percent(y).padStart(7)}`,
  ),
]

/** What is held, and the years of which hardly a roll call is: absence of a year is no agreement. */
function held({ rolls, years: all, sources }: AgreementView, title: Titles, width: number): string[] {
  if (!rolls) return []
  const [first, last] = [all[0]!.year, all.at(-1)!.year]
  const told = new Set(all.map((y) => y.year))
  const none = Array.from({ length: last - first + 1 }, (_, i) => first + i).filter((year) => !told.has(year))
  const few = all.filter((y) => y.rolls < FEW).map((y) => y.year)
  const lines = [
    `Held here: ${count(rolls)} roll calls, ${first}–${last}, as ${sources.map(title).join('; ')} tell. Absence is no choice.`,
    ...(none.length ? [`None of: ${spans(none)}.`] : []),
    ...(few.length ? [`Fewer than ${FEW} a year: ${spans(few)}.`] : []),
  ]
  return lines.flatMap((line) => wrap(line, width))
}
/** A year with fewer roll calls than this is told so. */
export const FEW = 5

/** "1964, 2021–2025". */
export function spans(years: readonly number[]): string {
  const runs: [number, number][] = []
  for (const year of years) {
    const last = runs.at(-1)
    if (last && year === last[1] + 1) last[1] = year
    else runs.push([year, year])
  }
  return runs.map(([a, b]) => (a === b ? `${a}` : `${a}–${b}`)).join(', ')
}
