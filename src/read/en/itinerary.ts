import type { Line } from '../article.ts'
import { whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import type { Mention } from '../mention.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/** "In Togo on 3 May, she will meet …": a stop of a journey that the article has told of, by one of its travellers. */
export function itinerary(scene: Scene): Draft[] {
  const { line, refs, memory } = scene
  const place = fronted(line)
  if (!place || scene.drafts.some((d) => d.kind === 'visit')) return []
  const main = line.clauses.find((c) => c.form === 'verb' && c.tense === 'future' && c.governor === undefined)
  const who = main?.subjects.flatMap((s) => refs.resolve(line, s)).find((e) => e.type === 'person')
  if (!main || !who || !memory.visitor || who.id !== memory.visitor.id || place.id === who.of) return []
  const to: Entity = entityOf(place)
  const span = { start: place.start, end: line.tokens[main.predicate]!.end }
  const draft = make(scene, 'visit/itinerary', 'visit', main.predicate, span, { visitor: [who], to: [to] }, 'planned')
  const when = whenOf(
    line.times.filter((t) => t.start < line.tokens[main.predicate]!.start),
    'future',
  )
  const known = memory.visited?.has(place.id)
  return known && !when ? [] : [{ ...draft, ...(when && { when }) }]
}

/** A state after "In" that opens the sentence, or follows its opening date. */
function fronted(line: Line): (Mention & { type: 'state' }) | undefined {
  for (let k = 0; k < Math.min(8, line.tokens.length); k++) {
    const t = line.tokens[k]!
    if (t.upos === 'VERB' || t.upos === 'PRON') return undefined
    const m = line.mentionAt[k + 1]
    if (t.form.toLowerCase() === 'in' && m?.type === 'state' && (m.form === 'name' || m.form === 'capital')) return m
  }
  return undefined
}
