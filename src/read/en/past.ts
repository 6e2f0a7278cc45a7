import { ENGLISH } from './index.ts'

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

/** Past forms of the frames' verbs with their lemmas. */
export const PAST: ReadonlyMap<string, string> = new Map([
  ...ENGLISH.flatMap(({ frames }) => frames)
    .filter((f) => f.form === 'verb')
    .flatMap((f) => f.on.split('|'))
    .filter((lemma) => !lemma.includes(' '))
    .flatMap((lemma) => pastOf(lemma).map((form): [string, string] => [form, lemma])),
  ...Object.entries(IRREGULAR),
])
