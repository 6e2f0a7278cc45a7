import type { Fact, Roles } from '../../model/fact.ts'
import { eventKey } from '../../model/identity.ts'
import { definitionOf, type Kind } from '../../model/kinds/index.ts'
import { daysOf, meets } from '../../model/when.ts'
import { sayDoubt } from '../en/doubt.ts'
import { PHRASES } from '../en/kinds.ts'
import { definite, listed } from '../en/label.ts'
import { sayGap, wordsOf } from '../en/say.ts'
import { dates, point } from '../en/time.ts'
import { sayOf } from '../superlatives.ts'
import type { Line } from './briefing.ts'
import { sayOn, toldLine, withIds } from './briefing-background.ts'
import { capital, toldOf } from './briefing-lines.ts'
import type { Desk } from './briefing-material.ts'
import { citeOf, citeOfList } from './briefing-notes.ts'

const noted = (line: Omit<Line, 'note'>, note: number | undefined): Line => ({
  ...line,
  ...(note !== undefined && { note }),
})

/** What may be said of the visit, the strongest first, each with the lists that bear it out. */
export function superlativeLines(desk: Desk): Line[] {
  const lines = desk.superlatives.safe.map((s): Line => {
    const lists = s.answer.coverage.filter((c) => c.kind === 'visit').map((c) => citeOfList(c, desk.sources))
    const before = s.since
      ? [s.since.fact]
      : s.answer.witnesses
          .map((w) => w.fact)
          .filter((f) => f.kind === 'visit')
          .slice(-3)
    const note = desk.notebook.add([...before.map((f) => citeOf(f, f, desk.sources)), ...lists])
    const limit = s.whole ? '' : ` (as known on ${point(s.known)}: make sure that nothing came after)`
    return noted(
      {
        id: `say|${s.office}|${s.to}|${s.sort}`,
        lead: s.whole ? 'Safe' : 'With a limit',
        text: `${capital(sayOf(s, desk.label))}${limit}.`,
      },
      note,
    )
  })
  return withIds(lines)
}

/** Anniversaries ahead of the visit. */
export const aheadLines = (desk: Desk): Line[] =>
  withIds(
    desk.anniversaries.map(({ on, years, fact }): Line => {
      const note = desk.notebook.add([citeOf(fact, fact, desk.sources)])
      const what = `${years} years: ${sayOn(desk, fact)}, ${dates(fact.when)}.`
      return noted({ id: `ahead|${eventKey(fact)}|${on}`, lead: dates(on), text: what }, note)
    }),
  )

/** What a person should look at before the paper leaves the desk. */
export const checkLines = (desk: Desk): Line[] =>
  withIds([
    ...datedOtherwise(desk),
    ...plans(desk),
    ...reported(desk),
    ...denied(desk),
    ...doubts(desk),
    ...contested(desk),
  ])

const current = (fact: Fact): boolean => fact.telling === 'yes' && fact.modality === 'happened'

/** One step of a state of affairs that its tellings date otherwise: relations established in 1950, or in 1957. */
function datedOtherwise(desk: Desk): Line[] {
  const steps = desk.facts.filter(
    (f) =>
      current(f) && f.when && f.standing !== 'reported' && definitionOf(f.kind).begins?.includes(String(f.roles.step)),
  )
  // What lies between the two comes before what each did alone.
  steps.sort((x, y) => Number(x.kind === 'statehood') - Number(y.kind === 'statehood'))
  const key = (f: Fact) => `${eventKey(f)}|${f.roles.type ?? ''}|${f.roles.what ?? ''}`
  return [...Map.groupBy(steps, key).values()].flatMap((same) => {
    const told = toldOf(same, desk.judgements)
    const days = told.map((t) => daysOf(t.fact.when!)!)
    const apart = days.some((x, i) => days.slice(i + 1).some((y) => !meets(x, y)))
    const { kind, roles } = same[0]!
    const ended = desk.facts.some(
      (f) =>
        f.kind === kind &&
        definitionOf(kind).ends?.includes(String(f.roles.step)) &&
        Object.entries(roles).every(
          ([name, value]) => name === 'step' || name === 'place' || String(f.roles[name]) === String(value),
        ),
    )
    if (!apart || ended) return []
    const { fact } = told[0]!
    const note = desk.notebook.add(told.map((t) => citeOf(t.fact, fact, desk.sources)))
    const what = sayOn(desk, fact)
    const text = `${what}: told of ${listed(told.map((t) => dates(t.fact.when)))}. One event told with several dates, or several events?`
    return [noted({ id: `dates|${key(fact)}`, lead: 'Dates differ', text }, note)]
  })
}

const PLANS = ['planned', 'proposed']
/** Plans whose time has come, without a word on whether they came true. */
const plans = (desk: Desk): Line[] =>
  toldOf(
    desk.facts.filter((f) => PLANS.includes(f.modality) && f.when && daysOf(f.when)!.from <= desk.on),
    desk.judgements,
  ).map((told) => {
    const line = toldLine(desk, told)
    return {
      ...line,
      lead: 'Plan',
      id: `plan|${line.id}`,
      text: `${line.text.replace(/\.$/, '')} (${dates(told.fact.when)}): did it take place?`,
    }
  })

const reported = (desk: Desk): Line[] =>
  toldOf(
    desk.facts.filter((f) => f.standing === 'reported' && current(f)),
    desk.judgements,
  )
    .filter(({ others }) => others.every((f) => f.standing === 'reported'))
    .map((told) => ({ ...toldLine(desk, told), lead: 'Only reported', id: `reported|${told.fact.id}` }))

const denied = (desk: Desk): Line[] =>
  toldOf(
    desk.facts.filter((f) => f.telling === 'no'),
    desk.judgements,
  ).map((told) => ({ ...toldLine(desk, told), lead: 'Denied', id: `denied|${told.fact.id}` }))

const doubts = (desk: Desk): Line[] =>
  desk.coverage
    .filter((c) => c.doubts?.length)
    .map((c) => {
      const note = desk.notebook.add([citeOfList(c, desk.sources)])
      const title = desk.sources.get(c.cite.source)?.title ?? c.cite.source
      return noted({ id: `doubt|${c.id}`, lead: 'List in doubt', text: `${title}: ${sayDoubt(c.doubts!)}.` }, note)
    })

function contested(desk: Desk): Line[] {
  const { answer } = desk.relations
  if (answer.outcome !== 'disputed') return []
  const facts = [...answer.witnesses, ...answer.against].map((w) => w.fact)
  const note = desk.notebook.add(facts.map((f) => citeOf(f, f, desk.sources)))
  return [noted({ id: 'disputed|relations', lead: 'Sources differ', text: 'Whether relations are in force.' }, note)]
}

const TOPICS: readonly [Kind, string][] = [
  ['relations', 'relations'],
  ['visit', 'visits'],
  ['mission', 'missions'],
  ['envoy', 'envoys'],
  ['agreement', 'agreements'],
]

/** What the ledger cannot tell, with who could. */
export function unknownLines(desk: Desk): Line[] {
  const gaps = desk.superlatives.unsafe.map(({ office, to, answer }): Line => {
    const gap = answer.gaps[0]
    const { say, who } = gap
      ? sayGap(gap, desk.label)
      : { say: 'the sources here differ', who: 'the foreign ministries' }
    const visits = `Visits by a sitting ${desk.label(office)} to ${definite(desk.label(to))}`
    return { id: `unknown|${office}|${to}`, lead: visits, text: `${capital(say)}. Ask ${who}.` }
  })
  const topics = TOPICS.flatMap(([kind, title]): Line[] => {
    const whole = desk.coverage.filter((c) => c.kind === kind && c.grade === 'complete')
    const end = whole
      .map((c) => c.to)
      .sort()
      .at(-1)
    if (end && end >= desk.on) return []
    const [a, b] = desk.pair
    const roles: Roles =
      kind === 'relations' || kind === 'agreement'
        ? { between: [a, b] }
        : kind === 'visit'
          ? { to: b }
          : { sender: a, host: b }
    const ask = `Ask ${PHRASES[kind].keeper(wordsOf(roles, desk.label))}.`
    const text = end
      ? `No list reaches beyond ${point(end)}: what came after may not be on record. ${ask}`
      : `No list is known to be whole: what is absent here may still have happened. ${ask}`
    return [{ id: `unknown|${kind}`, lead: capital(title), text }]
  })
  return withIds([...gaps, ...topics])
}
