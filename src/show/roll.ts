import { listed } from './en/label.ts'
import { ACT_WORDS, ACTS, type Act, crossed, type RollView, type Voter } from './views/roll.ts'
import { wrap } from './wrap.ts'

type Strong = (text: string) => string
const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)

/** A roll call as text: who chose what, how the sources count, and, where asked, by a second set. */
export function rollText(view: RollView, width: number, strong: Strong): string {
  const out = [...wrap(strong(`${view.label}, ${view.date}`), width), '']
  for (const act of ACTS) if (view.totals[act]) out.push(...group(view, act, width, strong))
  if (view.join) out.push(...joined(view, width, strong))
  out.push(strong('As each source counts'), ...counts(view, width))
  if (view.notes.length) out.push('', ...view.notes.flatMap((note) => wrap(note, width)))
  return `${out.join('\n').trimEnd()}\n`
}

const names = (voters: readonly Voter[]): string =>
  listed(
    voters.map((v) => v.label),
    300,
  )

const indented = (text: string, width: number): string[] => wrap(text, width - 2).map((line) => `  ${line}`)

function group(view: RollView, act: Act, width: number, strong: Strong): string[] {
  const own = view.voters.filter((v) => v.act === act)
  const say =
    act === 'differs'
      ? own.map((v) => `${v.label} (${v.votes.map((t) => `${t.choice}: ${t.source}`).join(', ')})`).join('; ')
      : names(own)
  return [strong(`${capital(ACT_WORDS[act])}: ${own.length}`), ...indented(say, width), '']
}

function joined(view: RollView, width: number, strong: Strong): string[] {
  const { join } = view
  const rows = crossed(view).flatMap(({ act, cells }) =>
    cells.flatMap((voters, i) =>
      voters.length
        ? indented(`${capital(ACT_WORDS[act])}, ${join!.values[i]!.label}: ${voters.length}: ${names(voters)}`, width)
        : [],
    ),
  )
  return [strong(join!.title), ...rows, ...join!.notes.flatMap((note) => indented(note, width)), '']
}

const counts = (view: RollView, width: number): string[] =>
  view.counts.flatMap(({ source, counts: own, says }) => {
    const told = Object.entries(own).flatMap(([choice, n]) => (n ? [`${choice} ${n}`] : []))
    const title = view.sources[source]?.title ?? source
    const stated = says.length
      ? says.map((s) => s.say).join(' ')
      : 'It states no total with which its votes were compared.'
    return indented(`${title}: ${told.join(', ')}. ${stated}`, width)
  })

/** Roll calls among which to choose. */
export const rollsText = (
  rolls: readonly { id: string; label: string; day: string }[],
  more: number,
  width: number,
): string => {
  const lines = rolls.flatMap(({ id, label, day }) =>
    wrap(`${day.padEnd(10)}  ${label}  [${id}]`, width).map((l, i) => (i ? `            ${l}` : l)),
  )
  return `${[...lines, ...(more ? [`and ${more} more: add a word or a year`] : [])].join('\n')}\n`
}
