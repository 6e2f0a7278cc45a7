import { ENGLISH } from './index.ts'
import { QUOTING, SPEECH } from './speech.ts'
import { ACTS } from './stance.ts'

/** Verbs whose past is no "-ed", or whose "-ed" is another verb's. */
const UNMENDED = new Set('say tell write think read give show send feel speak'.split(' '))

const IRREGULAR: Readonly<Record<string, string>> = {
  met: 'meet',
  broke: 'break',
  cut: 'cut',
  sent: 'send',
  gave: 'give',
  made: 'make',
  held: 'hold',
  left: 'leave',
  won: 'win',
  became: 'become',
  spoke: 'speak',
  paid: 'pay',
  flew: 'fly',
  began: 'begin',
  lent: 'lend',
  sold: 'sell',
  went: 'go',
  came: 'come',
  took: 'take',
  swore: 'swear',
  shut: 'shut',
  froze: 'freeze',
  sought: 'seek',
  withdrew: 'withdraw',
  led: 'lead',
  struck: 'strike',
  drew: 'draw',
  got: 'get',
  brought: 'bring',
  put: 'put',
}
const doubled = new Set([
  'sever',
  'visit',
  'open',
  'enter',
  'offer',
  'deliver',
  'establish',
  'abandon',
  'maintain',
  'extend',
  'suspend',
])

function pastOf(verb: string): string[] {
  if (verb.endsWith('e')) return [`${verb}d`]
  if (/[^aeiou]y$/.test(verb)) return [`${verb.slice(0, -1)}ied`]
  const double = /[^aeiou][aeiou][bdglmnprt]$/.test(verb) && !doubled.has(verb)
  return double ? [`${verb}ed`, `${verb}${verb.at(-1)}ed`] : [`${verb}ed`]
}

const gerundOf = (verb: string): string =>
  /[eyo]e$/.test(verb)
    ? `${verb}ing`
    : verb.endsWith('e')
      ? `${verb.slice(0, -1)}ing`
      : `${pastOf(verb).at(-1)!.replace(/ied$/, 'y').replace(/ed$/, '')}ing`
const thirdOf = (verb: string): string =>
  /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`

/** Past forms of the frames' verbs with their lemmas. */
export const PAST: ReadonlyMap<string, string> = new Map([
  ...[...SPEECH, ...QUOTING, ...ACTS.flatMap(({ on }) => [...on])]
    .filter((lemma) => /^[a-z]+$/.test(lemma) && !UNMENDED.has(lemma))
    .flatMap((lemma) => pastOf(lemma).map((form): [string, string] => [form, lemma])),
  ...ENGLISH.flatMap(({ frames }) => frames)
    .filter((f) => f.form === 'verb')
    .flatMap((f) => f.on.split('|'))
    .filter((lemma) => !lemma.includes(' '))
    .flatMap((lemma) => pastOf(lemma).map((form): [string, string] => [form, lemma])),
  ...Object.entries(IRREGULAR),
])

/** Every regular form of those verbs with its lemma, for a tagger that guesses lemmas of words it does not know. */
export const FORMS: ReadonlyMap<string, string> = new Map([
  ...[...new Set(PAST.values())].flatMap((verb): [string, string][] => [
    [thirdOf(verb), verb],
    [gerundOf(verb), verb],
  ]),
  ...PAST,
])
