import type { Entity } from './entity.ts'
import { namesAfter } from './linear.ts'
import type { Match } from './match.ts'

const EXCEPT = [
  'with exception of',
  'except',
  'except for',
  'apart from',
  'other than',
  'but',
  'save',
  'save for',
  'excluding',
  'barring',
]

/** Who is left out: "with the exception of Chad", "except Chad", "all but Malta". */
export function exceptionsOf(match: Match): { except?: Entity[] } {
  const { line, refs } = match.site
  const found: Entity[] = []
  for (const c of line.clauses) {
    for (const o of c.obliques) if (EXCEPT.includes(o.prep)) found.push(...refs.resolve(line, o.np))
  }
  if (!found.length) {
    const at = line.tokens.findIndex((t, i) =>
      isException(t.form.toLowerCase(), line.tokens[i + 1]?.form.toLowerCase()),
    )
    if (at >= 0)
      for (const np of namesAfter(line, at - 1, undefined).concat(afterWord(match, at)))
        found.push(...refs.resolve(line, np))
  }
  const except = found.filter((e) => e.type === 'state' || e.type === 'person' || e.type === 'body')
  return except.length ? { except: [...new Map(except.map((e) => [e.id, e])).values()] } : {}
}

const isException = (word: string, next: string | undefined): boolean =>
  ['except', 'excepting', 'excluding', 'barring', 'exception'].includes(word) ||
  (word === 'but' && next !== undefined && /^\p{Lu}/u.test(next))

function afterWord(match: Match, at: number) {
  const { line } = match.site
  for (const prep of ['of', 'for', line.tokens[at]!.form.toLowerCase()]) {
    const found = namesAfter(line, at - 1, prep)
    if (found.length) return found
  }
  return []
}
