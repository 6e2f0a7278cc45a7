import type { Source } from '../model/coverage.ts'
import type { Fact } from '../model/fact.ts'
import type { Doubt, Judgement } from '../model/judgement.ts'
import { sayDoubt } from './en/doubt.ts'
import type { Label } from './en/label.ts'
import { sayFact } from './en/say.ts'
import { wrap } from './wrap.ts'

interface Lack {
  list: { cite: { source: string } }
  event: { facts: readonly Fact[] }
  doubt?: Doubt
}
interface Unsure {
  a: Fact
  b: Fact
  apart: number
  named: readonly { role: string; a: string; b: string }[]
}

/** What is shown of a ledger whose tellings were compared. */
export interface ShownReconciled {
  lacks: readonly Lack[]
  unsure: readonly Unsure[]
  judgements: readonly Judgement[]
  sources: ReadonlyMap<string, Source>
}

/** Why nobody can be sure: "dated 2 days apart; named otherwise as visitor". */
export function whyUnsure({ apart, named }: Unsure): string {
  const days = apart ? [`dated ${apart} day${apart === 1 ? '' : 's'} apart`] : []
  const names = named.map(({ role }) => `named otherwise as ${role}`)
  return [...days, ...names].join('; ') || 'told alike, by sources that tell more than one such event'
}

const WORDS = { same: 'one event', 'not-same': 'two events', unsure: 'nobody can say', lacks: '' } as const
const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`

/** Pairs to be judged, lists in doubt, what reports alone would put in doubt, and what was judged. */
export function reconciledText(
  told: ShownReconciled,
  label: Label,
  width: number,
  strong: (text: string) => string,
): string {
  const title = (id: string) => told.sources.get(id)?.title ?? id
  const fold = (text: string, by = 4) => wrap(text, width - by).map((line) => ' '.repeat(by) + line)
  const section = (head: string, lines: readonly string[]) => (lines.length ? ['', strong(head), ...lines] : [])
  const telling = (fact: Fact, by: number) =>
    fold(`${sayFact(fact, label)} (${title(fact.cite.source)}) ${fact.id}`, by)
  const inForce = new Map(
    told.judgements.flatMap((j) => (j.is === 'lacks' ? [[`${j.list} ${j.tellings}`, j] as const] : [])),
  )
  const doubtOf = ({ doubt }: Lack) => doubt && inForce.get(`${doubt.list} ${doubt.tellings}`)
  const lists = (lacks: readonly Lack[]) =>
    [...Map.groupBy(lacks, (lack) => title(lack.list.cite.source))].flatMap(([name, own]) => {
      const doubts = own.flatMap((lack) => doubtOf(lack) ?? [])
      return [...fold(`${name}${doubts.length ? `, ${sayDoubt(doubts)}` : ''}`, 2), '    lacks', ...own.flatMap(event)]
    })
  const event = (lack: Lack) => [
    ...lack.event.facts.flatMap((fact) => telling(fact, 6)),
    ...(lack.doubt ? fold(doubtOf(lack)?.id ?? 'a person withdrew the doubt that follows', 8) : []),
  ]
  const pair = (one: Unsure) => [`  ${whyUnsure(one)}`, ...telling(one.a, 4), ...telling(one.b, 4)]
  const word = (j: Judgement) => [
    ...fold(`${WORDS[j.is]}, says ${j.by}: ${j.because} ${j.id}`, 2),
    ...j.tellings.flatMap((t) => fold(t, 4)),
  ]
  const [sure, reported] = [told.lacks.filter((lack) => lack.doubt), told.lacks.filter((lack) => !lack.doubt)]
  const judged = told.judgements.filter((j) => j.is !== 'lacks')
  const out = [
    `${count(told.unsure.length, 'pair')} to be judged; ${count(sure.length, 'event')} that a list lacks; ${count(judged.length, 'judgement')} of persons`,
    ...section('Perhaps one event: chancery same A B, or chancery not-same A B', told.unsure.flatMap(pair)),
    ...section('Lists in doubt: chancery ledger undo ID takes a doubt back', lists(sure)),
    ...section('Reported, and not accepted: accept the report, and the list is in doubt around it', lists(reported)),
    ...section('Judged: chancery ledger undo ID takes it back', judged.flatMap(word)),
  ]
  return `${out.join('\n')}\n`
}
