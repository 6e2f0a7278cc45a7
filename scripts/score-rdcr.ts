/**
 * Scores what is read from the Historian's prose against the hand-coded transitions of United States missions: a transition is
 * found when a fact of that state and day tells it; a fact is judged where the transitions date the same change of that state.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { NewFact } from '../src/model/fact.ts'
import { daysOf } from '../src/model/when.ts'
import { withReadings } from '../src/run/read-source.ts'
import { csvRows } from '../src/sources/csv.ts'
import { folderFiles } from '../src/sources/files.ts'
import { historianRdcr } from '../src/sources/historian-rdcr.ts'
import { stateNamed } from '../src/sources/state-named.ts'

const { values } = parseArgs({ options: { show: { type: 'boolean' }, headings: { type: 'boolean' } } })
const data = `${process.env.CHANCERY_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url))}/data`

interface Transition {
  name: string
  state: string
  status: string
  when: string
  /** Coded from another list, by its note. */
  elsewhere: boolean
}

const COLUMNS = ['state_dept_name', 'status_change', 'year', 'month', 'day', 'notes']
const two = (text: string) => text.padStart(2, '0')
const transitions: Transition[] = csvRows(folderFiles(`${data}/missions`), '2024-01-16_transitions.csv', {
  columns: COLUMNS,
}).map((row) => {
  const [month, day] = [row.get('month'), row.get('day')]
  const when = [row.get('year'), month && two(month), month && day && two(day)].filter(Boolean).join('-')
  const name = row.get('state_dept_name')
  const state = stateNamed(name, daysOf(when)!.from) ?? name
  return { name, state, status: row.get('status_change'), when, elsewhere: row.get('notes') !== '' }
})

const TYPES: Record<string, string> = {
  Embassy: 'embassy',
  Legation: 'legation',
  Consulate: 'consulate',
  Liaison: 'office',
  Interests: 'interests section',
}
const LOWER = [
  'None',
  'Interests',
  'Consulate',
  'Liaison',
  'Ambassador Nonresident',
  'Envoy Nonresident',
  'Consul Nonresident',
]

/** Whether a fact tells a change to that status. */
function tells(fact: NewFact, status: string): boolean {
  const { step, type } = fact.roles
  if (fact.kind === 'mission') return step === 'opened' ? TYPES[status] === type : LOWER.includes(status)
  if (step === 'severed' || step === 'suspended') return LOWER.includes(status)
  return (step === 'established' || step === 'restored') && status !== 'None' && status !== 'Interests'
}

const hostOf = ({ roles }: NewFact): string =>
  String(roles.host ?? [roles.between].flat().find((id) => id !== 'state:USA'))

const source = historianRdcr.recognise(folderFiles(data))!
const started = performance.now()
const told = historianRdcr.tell(source)
const { facts } = values.headings ? told : withReadings(told)
const seconds = (performance.now() - started) / 1000
const byState = Map.groupBy(facts, hostOf)
/** The same dated so in the article on a state that bore the name before or after. */
const near = (t: Transition): NewFact[] => byState.get(t.state) ?? []
const found = (t: Transition) => near(t).filter((fact) => fact.when === t.when && tells(fact, t.status))
const hits = transitions.filter((t) => found(t).length > 0)
const used = new Set(transitions.flatMap(found))

/** Facts of a change of missions, and what the transitions have of such a change within three years. */
const changes = facts.filter(
  ({ kind, roles }) =>
    (kind === 'mission' && roles.type !== 'consulate') || ['severed', 'suspended'].includes(String(roles.step)),
)
const years = (when = '') => Number(when.slice(0, 4)) + (Number(when.slice(5, 7)) || 6) / 12
const rivals = (fact: NewFact) =>
  transitions.filter(
    (t) =>
      t.state === hostOf(fact) &&
      tells(fact, t.status) &&
      Math.abs(years(t.when) - years(fact.when)) <= 3 &&
      !found(t).length,
  )
const raised = (fact: NewFact) => fact.note === 'Raised to an embassy.'
const judged = changes.filter((fact) => !raised(fact))
const right = judged.filter((fact) => used.has(fact))
const wrong = judged.filter((fact) => !used.has(fact) && rivals(fact).length > 0)
const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`

console.log(`${facts.length} facts from ${told.rows} entries in ${seconds.toFixed(1)} s`)
console.log(`recall: ${hits.length} of ${transitions.length} transitions, ${percent(hits.length, transitions.length)}`)
const here = transitions.filter(({ elsewhere }) => !elsewhere)
const hereHits = here.filter((t) => found(t).length > 0)
console.log(
  `  of those coded from these articles: ${hereHits.length} of ${here.length}, ${percent(hereHits.length, here.length)}`,
)
console.log(
  `precision: ${right.length} of ${right.length + wrong.length} changes of missions that the transitions date, ${percent(right.length, right.length + wrong.length)}`,
)
console.log(`  changes that the transitions do not have: ${judged.length - right.length - wrong.length}`)
const byStatus = Map.groupBy(transitions, ({ status }) => status)
for (const [status, all] of byStatus)
  console.log(`  ${status}: ${all.filter((t) => found(t).length > 0).length} of ${all.length}`)

if (values.show) {
  const line = (fact: NewFact) =>
    `${hostOf(fact)} ${fact.roles.type ?? fact.kind} ${fact.roles.step} ${fact.when} — ${fact.cite.locator}: ${fact.cite.quote}`
  console.log('\nwrong by the transitions')
  for (const fact of wrong)
    console.log(
      `  ${line(fact)}\n    they have ${rivals(fact)
        .map((t) => `${t.status} ${t.when}`)
        .join(', ')}`,
    )
  console.log('\nnot among the transitions')
  for (const fact of judged.filter((one) => !used.has(one) && !rivals(one).length)) console.log(`  ${line(fact)}`)
  console.log('\nnot found')
  for (const t of transitions.filter((one) => !found(one).length)) console.log(`  ${t.name} ${t.status} ${t.when}`)
}
