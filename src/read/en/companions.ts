import { hull } from '../../model/span.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { modalityOf } from '../modality.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

const WITH = new Set(['accompany', 'join'])

/** "She was accompanied by Foreign Minister Ruiz": on the visit of hers that the article has told of. */
export function companions(scene: Scene): Draft[] {
  const { line, refs, memory, drafts } = scene
  const persons = (list: Entity[]) => list.filter((e) => e.type === 'person')
  return line.clauses.flatMap((c): Draft[] => {
    if (c.form !== 'verb' || !WITH.has(c.lemma) || c.negated) return []
    const led = persons(c.objects.flatMap((np) => refs.resolve(line, np)))
    const others = persons(c.subjects.flatMap((np) => refs.resolve(line, np)))
    const trip = [...drafts, ...(memory.trip ? [memory.trip] : [])].find(
      (d) => d.kind === 'visit' && d.roles.visitor?.some((v) => led.some((e) => e.id === v.id)),
    )
    const to = trip?.roles.to
    if (!trip || to?.[0]?.type !== 'state' || !others.length || others.some((e) => led.some((l) => l.id === e.id)))
      return []
    const modality = modalityOf(line, c) ?? trip.modality
    const span = hull([c.span, ...others.map((e) => e.span)])
    return [
      {
        ...make(scene, 'visit/companions', 'visit', c.predicate, span, { visitor: others, to }, modality),
        ...(trip.when && { when: trip.when }),
        ...(trip.mentioned && { mentioned: true as const }),
      },
    ]
  })
}
