import { measure, needs, type World, widen, worldOf } from '../../src/ask/index.ts'
import { resolve } from '../../src/atlas/index.ts'
import type { Ledger } from '../../src/keep/port.ts'
import type { EntityId } from '../../src/model/ids.ts'
import type { Question, Select, Term } from '../../src/model/question.ts'
import type { Days } from '../../src/model/when.ts'
import type { holdersOf } from '../../src/run/holders.ts'
import type { Asks, Sentence } from './raw.ts'

type Holders = Awaited<ReturnType<typeof holdersOf>>
const OFFICES: Readonly<Record<string, string>> = {
  president: 'office:president/USA',
  secretary: 'office:secretary-of-state/USA',
}
const yearly = (year: number): Days => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** What a sentence asks, as plain data: names by the atlas and the ledger, and nothing read from English. */
export function questionsOf({ asks, date }: Sentence, holders: Holders): Question[] {
  const state = (name: string, day = date): EntityId => resolve(name, day)[0]?.id ?? ''
  const people = (name: string): EntityId[] => holders.persons(name).map((p) => p.id)
  const up: Days = { from: '0000-01-01', to: date }
  const select = (kind: Select['kind'], roles: Record<string, Term>, window: Days, by?: string): Select => ({
    ...{ op: 'select', kind, roles, window },
    ...(by && { by }),
  })
  const ballot = (a: Extract<Asks, { roll: string }>) => ({
    op: 'occupants' as const,
    of: {
      ...select(
        'vote',
        { roll: { id: `roll:A-RES-${a.roll.replace('/', '-')}` }, choice: { id: a.choice } },
        up,
        'voter',
      ),
      listed: true as const,
    },
    on: 'then' as const,
  })
  switch (asks.is) {
    case 'visited':
      return people(asks.person).map((id) => ({
        measure: 'any',
        set: select('visit', { visitor: { id }, to: { id: state(asks.to, `${asks.year}-07-01`) } }, yearly(asks.year)),
      }))
    case 'first':
      return people(asks.person!).map((id) => ({
        measure: 'first',
        set: select('visit', { visitor: { office: OFFICES[asks.office]! }, to: { id: state(asks.to) } }, up),
        role: 'visitor',
        expects: [id],
      }))
    case 'none':
      return [
        {
          measure: 'exactly',
          set: select('visit', { visitor: { office: OFFICES[asks.office]! }, to: { id: state(asks.to) } }, up),
          expects: [],
        },
      ]
    case 'voted':
      return [{ measure: 'includes', set: ballot(asks), expects: [state(asks.state)] }]
    case 'count':
      return [{ measure: 'count', set: ballot(asks), expects: { least: asks.n, most: asks.n } }]
    case 'only':
      return [{ measure: 'exactly', set: ballot(asks), expects: asks.states.map((s) => state(s)) }]
    case 'came': {
      const code = state(asks.from).slice('state:'.length)
      const office = `office:${asks.office.replace(' ', '-')}/${code}`
      return [
        { measure: 'any', set: select('visit', { visitor: { office }, to: { id: 'state:USA' } }, yearly(asks.year)) },
      ]
    }
    case 'signed':
      return [
        {
          measure: 'any',
          set: select(
            'agreement',
            { between: { allOf: asks.states.map((s) => state(s)) }, step: { id: 'signed' } },
            yearly(asks.year),
          ),
        },
      ]
    case 'envoy':
      return people(asks.person).map((id) => ({
        measure: 'includes',
        set: select(
          'envoy',
          { host: { id: state(asks.to) }, sender: { id: 'state:USA' }, step: { id: 'serving' } },
          yearly(asks.year),
          'person',
        ),
        expects: [id],
      }))
  }
}

/** The outcomes of questions on a ledger; of persons of one name, the best known one decides. */
export async function outcomesOf(ledger: Ledger, questions: readonly Question[]): Promise<string[]> {
  const { facts: occupancy } = await ledger.fetch([{ kind: 'occupancy' }])
  const world: World = worldOf(await ledger.fetch(widen(questions.flatMap(needs), occupancy)))
  return questions.map((q) => measure(world, q).outcome)
}
