import { type KindPhrases, some } from './phrases.ts'

const VERBS: Readonly<Record<string, string>> = {
  established: 'established diplomatic relations',
  recognised: 'one recognised the other',
  upgraded: 'upgraded their relations',
  downgraded: 'downgraded their relations',
  suspended: 'suspended diplomatic relations',
  severed: 'severed diplomatic relations',
  restored: 'restored diplomatic relations',
  held: 'had diplomatic relations',
}
const NOUNS: Readonly<Record<string, string>> = {
  established: 'the establishment of diplomatic relations',
  recognised: 'recognition',
  suspended: 'the suspension of diplomatic relations',
  severed: 'the severing of diplomatic relations',
  restored: 'the restoration of diplomatic relations',
}
/** Of one state alone it is not told with whom. */
const among = (parties: string | undefined): string =>
  parties && !parties.includes(' and ') ? `of ${parties} with others` : `between ${some(parties, 'states')}`

export const relations: KindPhrases = {
  fact: (r) => {
    const what = r.step?.includes(' or ') ? VERBS.established : ((r.step && VERBS[r.step]) ?? 'have relations')
    const level = r.level === 'de-facto' ? ' (de facto)' : ''
    return r.step === 'recognised' ? `recognition ${among(r.between)}` : `${some(r.between, 'states')} ${what}${level}`
  },
  facts: (r) =>
    `${(r.step && NOUNS[r.step]) ?? (r.step?.includes(' or ') ? NOUNS.established : 'relations')} ${among(r.between)}`,
  members: (_, r) =>
    r.step === 'held' || !r.step
      ? `states with diplomatic relations with ${some(r.between, 'another')}`
      : r.step === 'recognised'
        ? `states that recognised ${some(r.between, 'another')}, or were recognised by it`
        : `states that ${VERBS[r.step] ?? VERBS.established} with ${some(r.between, 'another')}`,
  keeper: (r) => `the foreign ministries of ${some(r.between, 'both states')}`,
}
