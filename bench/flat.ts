/**
 * `node bench/flat.ts [LARGEST_KB] [KIND …]`: microseconds of processor time, collecting of garbage included, that the grammar takes for a KB
 * of text of several kinds, from 1 KB to 10 MB; the last column is the largest size over the third. Flat is what is wanted; the first
 * sizes are warming up.
 */
import { analyse } from '../src/grammar/index.ts'
import { sentences } from '../src/grammar/sentences.ts'

const prose =
  'President Dahl of Norland met Ann Lund, the envoy, in Oslo on Monday. "We agree," he said. The U.S. and Dr. Moss did not (so far).\n\n'
const KINDS: Record<string, string> = {
  prose,
  'no space': 'a',
  'no space, mixed': 'Ab1-c.d\u2019e/F_g',
  'one sentence': 'the envoy of Norland came to Oslo and ',
  'one sentence, names': 'Norland Oslo Dahl, Lund & ',
  'every category': [...Array(600)].map((_, i) => String.fromCodePoint(0x20 + i * 37)).join(''),
  'marks that combine': 'e\u0301\u0302\u200d',
  'open quotes': '" He said "so ',
  'open brackets': '(a [b {c ',
  'closed brackets': 'a) b] c} ',
  stops: 'a. B. ',
  'stops alone': '. ',
  numbers: '1,2.3-4:5/6 ',
  'line ends': 'Dahl\n',
  table: 'Norland\t33\t13\t10\n| yes | no |\n',
  code: 'if (a[i] === "b") { return f(x => x + 1); } // so\n',
  markup: '<div class="a"><p>Norland</p></div>',
  addresses: 'see https://example.org/a?b=c&d, or a.b@example.org, or ',
  'another language': 'Der Präsident traf seinen Kollegen, und beide sprachen über den Handel. ',
  'no Latin letter': '大統領は東京で会談した。שלום ',
  'broken surrogates': '\ud83d a \udc00 ',
}

const wanted = process.argv.slice(3)
const largest = Number(process.argv[2] ?? 10_240)
const sizes = [1, 10, 100, 1000, 10_240].filter((kb) => kb <= largest)
const textOf = (piece: string, kb: number) => piece.repeat(Math.ceil((kb * 1024) / piece.length)).slice(0, kb * 1024)

function microseconds(work: (text: string) => unknown, text: string, kb: number): number {
  const rounds = Math.max(1, Math.min(20, Math.floor(100 / kb)))
  const started = process.cpuUsage()
  for (let i = 0; i < rounds; i++) work(text)
  const { user, system } = process.cpuUsage(started)
  return (user + system) / rounds / kb
}

const row = (name: string, values: (string | number)[]) =>
  console.log(`${name.padEnd(24)}${values.map((v) => String(v).padStart(9)).join('')}`)

for (const [what, work] of [
  ['sentences', sentences],
  ['trees', analyse],
] as const) {
  row(`${what}, µs/KB`, [...sizes.map((kb) => `${kb} KB`), 'ratio'])
  for (const [name, piece] of Object.entries(KINDS)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const values = sizes.map((kb) => microseconds(work, textOf(piece, kb), kb))
    row(name, [
      ...values.map((v) => v.toFixed(0)),
      (values.at(-1)! / values[Math.min(2, values.length - 1)]!).toFixed(2),
    ])
  }
}
