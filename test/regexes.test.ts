import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { alphabetOf } from '../scripts/regexes/alphabet.ts'
import { attackOn } from '../scripts/regexes/attack.ts'
import { findRegexes, regexesIn } from '../scripts/regexes/find.ts'
import { folded } from '../scripts/regexes/fold.ts'
import { parse } from '../scripts/regexes/parse.ts'
import { compile } from '../scripts/regexes/program.ts'
import { searchIn } from '../scripts/regexes/run.ts'
import { slowRegexes } from '../scripts/regexes.ts'

const ROOT = join(import.meta.dirname, '..')
const scratch = mkdtempSync(join(tmpdir(), 'chancery-regexes-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

const SLOW: [pattern: RegExp, why: string][] = [
  [/(a*)*b/, 'a loop within a loop'],
  [/(a|a)*b/, 'two ways of one letter'],
  [/^(a|aa)+$/, 'two ways of two letters'],
  [/^(?:x+y?)+z/, 'what is between may be missing'],
  [/^(?:\d+)*-$/, 'loops within, anchored'],
  [/^(?:(?:people['’]?s|peoples|arab) )*(?:republic|kingdom)/, 'two spellings that meet'],
  [/^(([a-z])+.)+[A-Z]([a-z])+$/, 'the classic of e-mail filters'],
  [/(a{2})*(a{3})*c/, 'counted loops beside each other'],
  [/\s+$/, 'a search that begins anew at each space'],
  [/\w+\s*:/, 'a search that begins anew at each letter'],
  [/a+b/g, 'all matches'],
  [/^.*foo.*bar.*$/, 'two loops with a word between'],
  [/"(?:[^"\\]|\\.)*"/, 'a quotation without an end, and quotation marks in it'],
  [/(?=.*x)/, 'what looks ahead'],
  [/(?<=\s+)x/, 'what looks behind'],
  [/(.+)+\1x/, 'a reference'],
  [/^(?:a{0,2000})b|a{1,2000}b/, 'a count so high that it is none'],
]

const FAST: RegExp[] = [
  /^a+$/,
  /a+/,
  /a+b/y,
  /^\d{4}-\d\d$/,
  /^\s+$/,
  /x{0,60}y/,
  /\([^)]{0,400}\)/g,
  /^[a-z]+(?: [a-z]+)*$/,
  /(?<!\s)\s+$/,
  /\ba\w*/,
  /^(?:a|b)*c/,
  /^(?:(?:former|united) )*x$/,
  /^(?:(?:people['’]?s|arab) )*(?:republic|kingdom)/,
  /^(?=[^@]*@)[^@]+@/,
  /\p{Lu}\p{L}{1,40} (?:is|belongs)/u,
]

describe('a slow pattern', () => {
  for (const [{ source, flags }, why] of SLOW)
    test(`is found: /${source}/${flags}, ${why}`, () => {
      const attack = attackOn(source, flags)
      assert.ok(attack)
      assert.ok(attack.steps[1] > 2.5 * attack.steps[0] || attack.steps[1] > 1e6, String(attack.steps))
    })
  for (const { source, flags } of FAST)
    test(`is none: /${source}/${flags}`, () => assert.equal(attackOn(source, flags), undefined))
})

describe('finding patterns', () => {
  test('literals, what is made of texts, and elements of a page, with their lines', () => {
    const text = `const a = /x+/giu
const b = new RegExp(\`^\${a.source}\`, 'i')
'q'.match('y')
const c = <p title={/z/.source}>/no/</p>`
    const found = regexesIn('a.tsx', text).map(({ line, source, flags, code }) => [line, source ?? typeof code, flags])
    assert.deepEqual(found.sort(), [
      [1, 'x+', 'giu'],
      [2, 'object', ''],
      [3, 'object', ''],
      [4, 'z', ''],
    ])
  })

  test('what is made is evaluated with the constants of its module and of those that it imports', async () => {
    mkdirSync(join(scratch, 'src'))
    writeFileSync(join(scratch, 'src/words.ts'), "export const WORDS: readonly string[] = ['a', 'b']\n")
    writeFileSync(
      join(scratch, 'src/made.ts'),
      `import { WORDS as ALL } from './words.ts'
      const either = (list: readonly string[]): string => list.join('|')
      const NAMES = { one: 'c' } as const
      export const tag = 'outer'
      export const X = new RegExp(\`^(?:\${either(ALL)}|\${NAMES.one})+$\`, 'iu')
      export const of = (tag: string, by = /d/g) => new RegExp(\`<\${tag}>\`).test('') || new RegExp(by)`,
    )
    const found = findRegexes(scratch, ['src/*.ts'])
    const known = await Promise.all(found.map((one) => folded(scratch, one)))
    assert.deepEqual(known.map(({ source, flags }) => `/${source}/${flags}`).sort(), [
      '/<zq>/',
      '/^(?:a|b|c)+$/iu',
      '/d/g',
      '/zq/',
    ])
  })

  test('one that is slow, or not understood, is told by file and line', async () => {
    mkdirSync(join(scratch, 'bad'))
    writeFileSync(
      join(scratch, 'bad/a.ts'),
      'export const a = 1\nexport const b = /(x+)+y/\nexport const c = new RegExp(no.such())\n',
    )
    const { looked, slow } = await slowRegexes(scratch, ['bad/*.ts'])
    assert.equal(looked, 2)
    assert.match(
      slow.sort().join('\n'),
      /^bad\/a\.ts:2: \/\(x\+\)\+y\/ takes .* steps for "" \+ "x+"\.repeat\(n\).*\nbad\/a\.ts:3: not understood/,
    )
  })
})

test('the matcher whose steps are counted finds what the engine finds, for every pattern of the project', async () => {
  let compared = 0
  for (const one of findRegexes(ROOT)) {
    const { source, flags } = await folded(ROOT, one)
    const tree = parse(source)
    const alphabet = alphabetOf(tree, source, flags)
    const program = compile(tree, flags, alphabet)
    const engine = new RegExp(source, flags.replace(/[gy]/g, ''))
    for (const text of textsOf(source, alphabet.letters.length)) {
      const letters = text.map((i) => alphabet.letters[i]!)
      const own = searchIn(program, text)
      const theirs = engine.exec(letters.join(''))
      const at = theirs && [theirs.index, theirs.index + theirs[0].length]
      const lengths = [0]
      for (const letter of letters) lengths.push(lengths.at(-1)! + letter.length)
      assert.deepEqual(
        own ? own.map((i) => lengths[i]) : null,
        at,
        `/${source}/${flags} on ${JSON.stringify(letters.join(''))}`,
      )
      compared++
    }
  }
  assert.ok(compared > 5000, String(compared))
})

/** Texts of letters by number, the same each time. */
function textsOf(seed: string, letters: number): number[][] {
  let state = [...seed].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) >>> 0, 7)
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: 8 }, (_, n) => Array.from({ length: 2 + 3 * n }, () => next(letters)))
}

test('no regular expression of src, web and scripts is slow', async () => {
  const { looked, slow } = await slowRegexes(ROOT)
  assert.deepEqual(slow, [])
  assert.ok(looked > 1000, String(looked))
})
