/**
 * `node scripts/regexes.ts [GLOB …]`: every regular expression of the project's code (or of the files named) over which a text can
 * be made that takes more than linear steps, with file, line and that text. Exit code 1 where there is one.
 */
import { join } from 'node:path'
import { attackOn } from './regexes/attack.ts'
import { CODE, findRegexes } from './regexes/find.ts'
import { folded } from './regexes/fold.ts'

/** What is wrong with each pattern at fault, and how many were looked at. */
export async function slowRegexes(root: string, patterns = CODE): Promise<{ looked: number; slow: string[] }> {
  const found = findRegexes(root, patterns)
  const slow: string[] = []
  for (const one of found) {
    const at = `${one.file}:${one.line}`
    try {
      const { source, flags } = await folded(root, one)
      const attack = attackOn(source, flags)
      if (!attack) continue
      const { before, again, after, steps } = attack
      const text = [before, again, after].map((part) => JSON.stringify(part))
      slow.push(
        `${at}: /${source}/${flags} takes ${steps.join(', then ')} steps for ${text[0]} + ${text[1]}.repeat(n) + ${text[2]}`,
      )
    } catch (error) {
      slow.push(`${at}: not understood, ${(error as Error).message}`)
    }
  }
  return { looked: found.length, slow }
}

if (import.meta.main) {
  const given = process.argv.slice(2)
  const { looked, slow } = await slowRegexes(join(import.meta.dirname, '..'), given.length ? given : CODE)
  for (const line of slow) console.log(line)
  console.log(`${looked} regular expressions, ${slow.length} slow`)
  process.exitCode = slow.length ? 1 : 0
}
