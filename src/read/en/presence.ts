import { timesFor, whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import { entityOf } from '../entity.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/** "Minister Ruiz is in Vienna, Austria from March 12 to 15": a named official is told to be abroad at a time. */
export function presence(scene: Scene): Draft[] {
  const { line, refs } = scene
  return line.clauses.flatMap((c): Draft[] => {
    const place = line.mentionAt[c.predicate]
    if (c.form !== 'copula' || c.prep !== 'in' || place?.type !== 'state' || c.negated || c.governor !== undefined)
      return []
    const who = c.subjects.flatMap((s) => refs.resolve(line, s)).filter((e) => e.type === 'person')
    const official = who.filter((e) => e.title && e.title.sort !== 'style' && e.of !== place.id)
    const future = c.tense === 'future'
    const when = whenOf(timesFor(line, c), future ? 'future' : 'past')
    const there =
      c.tense === 'present' && line.clauses.some((v) => v.mark === 'to' && (v.governor === c.id || v.host === c.id))
    if (!official.length || !(when || there)) return []
    const span = { start: c.subjects[0]!.span.start, end: c.span.end }
    const roles = { visitor: official, to: [entityOf(place)] }
    return [
      {
        ...make(scene, 'visit/presence', 'visit', c.predicate, span, roles, future ? 'planned' : 'happened'),
        ...(when && { when }),
      },
    ]
  })
}
