import type { Clause } from '../../grammar/types.ts'
import { timesFor, whenOf } from '../dating.ts'
import type { Draft } from '../draft.ts'
import type { Entity } from '../entity.ts'
import { phraseEndingAt } from '../linear.ts'
import { modalityOf } from '../modality.ts'
import { attributionOf } from '../speaker.ts'
import type { Scene } from './specials.ts'

/** "Uzbekistan *did so* in 1995", "Mexico *followed suit*", "*as did* Peru": the act just told, by somebody else. */
export function echoes(scene: Scene): Draft[] {
  const { line, memory } = scene
  const out: Draft[] = []
  for (const at of placesOf(line.tokens.map((t) => t.form.toLowerCase()))) {
    const model = modelBefore(scene, line.tokens[at.verb]!.start) ?? (at.after ? undefined : memory.act)
    const who = model && actors(scene, at)
    if (model && who?.length) out.push(...told(scene, model, who, at))
  }
  return out
}

interface Place {
  verb: number
  /** The last word of the pro-verb. */
  to: number
  /** The subject stands after it ("as did Peru"). */
  after?: true
}

function placesOf(words: readonly string[]): Place[] {
  return words.flatMap((w, i): Place[] => {
    const next = words[i + 1]
    if (/^follow(?:ed|s)?$/.test(w) && next === 'suit') return [{ verb: i, to: i + 1 }]
    if (/^(?:did|done|do|does|doing)$/.test(w) && (next === 'so' || (next === 'the' && words[i + 2] === 'same')))
      return [{ verb: i, to: next === 'so' ? i + 1 : i + 2 }]
    if ((w === 'as' || w === 'so') && /^(?:did|has|have|had|will|would)$/.test(next ?? ''))
      return [{ verb: i + 1, to: i + 1, after: true }]
    return []
  })
}

/** The last act of the sentence that somebody did, before a place in it. */
const modelBefore = (scene: Scene, before: number): Draft | undefined =>
  scene.drafts.findLast((d) => d.match.site.line === scene.line && d.span.end <= before && actorRole(d) !== undefined)

/** Acts that another may do as well; the role of who does them. */
const ACTS = new Set(['visit', 'relations', 'agreement', 'membership', 'aid', 'sanction', 'envoy', 'mission'])
export function actorRole(d: Draft): string | undefined {
  if (!ACTS.has(d.kind) || d.is !== 'so' || d.match.site.clause.form !== 'verb') return undefined
  return Object.entries(d.match.roles).find(([, list]) => list.some((f) => f.slot === 'subject'))?.[0]
}

function actors(scene: Scene, at: Place): Entity[] {
  const { line, refs } = scene
  const clause = clauseOf(scene, at)
  const fits = (e: Entity) =>
    ['state', 'person', 'body'].includes(e.type) || (e.type === 'office' && e.of !== undefined)
  if (!at.after) return (clause?.subjects ?? []).flatMap((s) => refs.resolve(line, s)).filter(fits)
  const end = endOf(scene, at)
  const np = end > at.to ? phraseEndingAt(line, end) : undefined
  return np ? refs.resolve(line, np).filter(fits) : []
}

/** The last word of a subject after its verb: "did *King Harald of Norway*". */
function endOf({ line }: Scene, at: Place): number {
  let end = at.to
  if (!at.after) return end
  while (INSIDE.has(line.tokens[end + 1]?.upos ?? '') || line.tokens[end + 1]?.form === 'of') end++
  return end
}
const INSIDE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN'])

const clauseOf = ({ line }: Scene, at: Place): Clause | undefined =>
  line.clauses.find((c) => c.form === 'verb' && c.predicate === at.verb)

function told(scene: Scene, model: Draft, who: Entity[], at: Place): Draft[] {
  const { article, refs, line } = scene
  const role = actorRole(model)!
  const before = new Set(
    model.match.roles[role]!.filter((f) => f.slot === 'subject').flatMap((f) => f.entities.map((e) => e.id ?? e.label)),
  )
  const rest = (model.roles[role] ?? []).filter((e) => !before.has(e.id ?? e.label))
  const same = who.every((e) => before.has(e.id ?? e.label))
  const persons = model.roles[role]?.some((e) => e.type === 'person' || e.type === 'office')
  if (same || (persons && who.every((e) => e.type === 'state'))) return []
  const clause = line.clauses.find((c) => c.form === 'verb' && c.predicate === at.verb)
  const end = line.tokens[endOf(scene, at)]!.end
  const spans = who.map((e) => e.span)
  const span = {
    start: Math.min(line.tokens[at.verb]!.start, ...spans.map((s) => s.start)),
    end: Math.max(end, ...spans.map((s) => s.end)),
  }
  const near = line.times.filter((t) => t.start >= span.end && t.start - span.end < 4)
  const own = clause ? modalityOf(line, clause) : undefined
  const side = own === 'planned' || own === 'proposed' ? 'future' : 'past'
  const when = whenOf(near.length ? near : clause && !at.after ? timesFor(line, clause) : [], side)
  const { when: _w, count: _c, except: _e, ...plain } = model
  const { from: _f, ...others } = model.roles
  const ids = new Set(who.map((e) => e.id))
  const roles = Object.fromEntries(
    Object.entries(others).map(([r, list]) => [r, list.filter((e) => e.id === undefined || !ids.has(e.id))]),
  )
  return [
    {
      ...plain,
      roles: { ...roles, [role]: [...who, ...rest] },
      ...(own && { modality: own }),
      ...(when && { when }),
      span: near.length ? { ...span, end: near[0]!.end } : span,
      rules: [...model.rules, 'pro-verb'],
      attribution: clause ? attributionOf(article, refs, line, clause) : model.attribution,
    },
  ]
}
