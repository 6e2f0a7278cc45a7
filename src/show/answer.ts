import type { Source } from '../model/coverage.ts'
import type { Amount } from '../model/fact.ts'
import { classOf, type EntityId } from '../model/ids.ts'
import type { Question } from '../model/question.ts'
import type { Answer, Evidence } from '../model/verdict.ts'
import { pairOf } from './en/alike.ts'
import { definite, type Label, listed } from './en/label.ts'
import { amount, sayFact, sayGap, sayOrder, saySet, sayShare } from './en/say.ts'
import { point } from './en/time.ts'
import { cited, type ShownFact, showEvidence } from './verdict.ts'
import { wrap } from './wrap.ts'

export interface Asked {
  text: string
  form: string
  readings: readonly { definition?: string; question: Question; answer: Answer }[]
  reason?: string
  on: string
  lastKnown: boolean
  sources: ReadonlyMap<string, Source>
}

const YES_NO = {
  supported: 'Yes',
  refuted: 'No',
  disputed: 'Sources differ',
  'not-covered': 'Not covered by the sources here',
} as const

/** Entities by name; events, which have none, by how they are told. */
const names = (ids: readonly EntityId[], label: Label, told: readonly Evidence[] = []): string[] =>
  ids.flatMap((id) => {
    if (classOf(id) !== 'fact') return [definite(label(id))]
    const event = told.find((e) => e.entity === id)
    return event ? [sayFact(event.fact, label)] : []
  })

/** What is asked, as it was read. */
export const sayReading = (q: Question, label: Label): string => {
  const pair = q.measure === 'share' ? pairOf(q.set) : undefined
  if (pair) return sayShare(pair, label)
  return q.measure === 'first' || q.measure === 'last'
    ? `the ${q.measure} of the ${saySet(q.set, label).replace(/^the /, '')}${sayOrder(q, label)}`
    : saySet(q.set, label)
}

/** A share with what it is out of: "79.5 %, 66 of 83". */
const sayOut = (share: Amount, alike: number): string =>
  share.least === share.most && share.least
    ? `${amount(share)}, ${alike.toLocaleString('en-US')} of ${Math.round(alike / share.least).toLocaleString('en-US')}`
    : amount(share)

/** The answer in a sentence. */
export function sayAnswer(form: string, q: Question, a: Answer, label: Label): string {
  if (form === 'whether') return `${YES_NO[a.outcome]}.`
  if (form === 'when' || form === 'where')
    return a.witnesses.length
      ? `${listed([...new Set(showEvidence(a.witnesses, label).map((w) => w.say))], 8)}.`
      : `${YES_NO['not-covered']}.`
  if (q.measure === 'first' || q.measure === 'last')
    return a.witnesses[0]
      ? `${definite(label(a.witnesses[0].entity))}${a.outcome === 'supported' ? '' : ', of those that are known'}.`
      : 'Nobody that is known.'
  const certain = a.members.length
  const more = a.othersPossible ? ' Others are possible: no list here is known to be whole.' : ''
  const possible = names(a.open, label, a.witnesses)
  const open = possible.length ? ` Open: ${listed(possible, 8)}.` : a.open.length ? ` Open: ${a.open.length} more.` : ''
  const contested = a.contested.length ? ` Sources differ on ${listed(names(a.contested, label), 8)}.` : ''
  if (q.measure === 'count')
    return `${a.value && !a.othersPossible ? amount(a.value) : `at least ${certain}`}.${contested}${open}${more}`
  if (q.measure === 'amount') return a.value ? `${amount(a.value)}.${contested}` : `${YES_NO['not-covered']}.`
  if (q.measure === 'share') return a.value && certain ? `${sayOut(a.value, certain)}.` : `${YES_NO['not-covered']}.`
  return `${certain ? listed(names(a.members, label, a.witnesses), 60) : 'None that is known'}.${contested}${open}${more}`
}

/** A question's answer as text: how it was read, the answer, the evidence, and what is missing. */
export function answerText(asked: Asked, label: Label, width: number, strong: (text: string) => string): string {
  if (!asked.readings.length) return `Not understood: ${asked.reason}.\n`
  const source = (id: string) => asked.sources.get(id)?.title ?? id
  const out: string[] = []
  for (const { definition, question, answer } of asked.readings) {
    const shown = once(showEvidence(answer.witnesses, label))
    const gaps = [
      ...new Set(
        answer.gaps
          .slice(0, 40)
          .map((g) => sayGap(g, label))
          .map((g) => `${g.say}. Ask ${g.who}.`),
      ),
    ]
    const when = asked.lastKnown ? `as last known on ${point(asked.on)}` : `as of ${point(asked.on)}`
    out.push(
      ...wrap(`Read as: ${sayReading(question, label)}${definition ? ` (${definition})` : ''}, ${when}`, width),
      '',
      ...wrap(strong(sayAnswer(asked.form, question, answer, label)), width),
      ...section('For', shown, source, width),
      ...section('Against', once(showEvidence(answer.against, label)), source, width),
      ...(gaps.length
        ? ['', 'Missing', ...gaps.slice(0, 5).flatMap((g) => wrap(g, width - 2).map((l) => `  ${l}`))]
        : []),
      '',
    )
  }
  return `${out.join('\n').trimEnd()}\n`
}

const once = (facts: readonly ShownFact[]): ShownFact[] => [...new Map(facts.map((f) => [f.say, f])).values()]
const MOST = 40

function section(title: string, facts: readonly ShownFact[], source: (id: string) => string, width: number): string[] {
  if (!facts.length) return []
  const lines = facts
    .slice(0, MOST)
    .flatMap((f) => wrap(cited(f, source), width - 2).map((l, i) => (i ? `    ${l}` : `  ${l}`)))
  return ['', title, ...lines, ...(facts.length > MOST ? [`  and ${facts.length - MOST} more`] : [])]
}
