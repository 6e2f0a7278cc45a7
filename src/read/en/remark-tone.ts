import type { Clause } from '../../grammar/types.ts'
import type { Draft } from '../draft.ts'
import { type Entity, stateEntity } from '../entity.ts'
import { attributionOf, quotationAt } from '../speaker.ts'
import { make } from './make.ts'
import type { Scene } from './specials.ts'

/**
 * What a release tells in words that take a stance without a verb of stance: "Peru is a champion of human rights", "the regime
 * has committed atrocities", "it is vital that all states join".
 */
export function toned(scene: Scene, told: readonly Draft[]): Draft[] {
  const { refs, line } = scene
  if (!refs.house) return []
  return line.clauses.flatMap((c) => ofClause(scene, c, told)).slice(0, 2)
}

function ofClause(scene: Scene, c: Clause, told: readonly Draft[]): Draft[] {
  const { article, refs, line } = scene
  if (c.form === 'noun' || c.governor !== undefined || c.modifies || c.host !== undefined) return []
  const at = line.tokens[c.predicate]!
  if (quotationAt(article, at.start) || attributionOf(article, refs, line, c).voice !== 'narrator') return []
  const far = at.start - c.span.start > 80
  const start = Math.min(at.start, far ? at.start : c.span.start, ...c.subjects.map((s) => s.span.start))
  const span = { start, end: Math.min(c.span.end, at.end + 220) }
  if (told.some((d) => d.kind === 'remark' && d.span.start < span.end && span.start < d.span.end)) return []
  const words = article.text.slice(span.start, span.end)
  const stance = toneOf(scene, c, words)
  if (!stance) return []
  const speaker = refs.author ?? stateEntity(refs.house!, span)
  const about = othersIn(scene, c)
  const roles: Record<string, Entity[]> = { speaker: [speaker], ...(about.length && { about }) }
  const draft = make(scene, `remark/tone ${stance}`, 'remark', c.predicate, span, roles, 'happened')
  return [{ ...draft, fixed: { stance }, attribution: { voice: 'narrator' } }]
}

function toneOf(scene: Scene, c: Clause, words: string): string | undefined {
  const subject = c.subjects[0]
  const who = subject ? scene.refs.resolve(scene.line, subject) : []
  const own = who.some((e) => e.id === scene.refs.house || e.of === scene.refs.house)
  if (URGENT.test(words)) return 'urge'
  if (own || c.negated || c.tense === 'future' || c.modals.length) return undefined
  const { line } = scene
  const until = line.tokens[c.predicate]!.start
  const named = line.mentions.some(
    (m) => m.type === 'state' && m.start >= (subject?.span.start ?? until) && m.end <= until,
  )
  const foreign = named || who.some((e) => ['state', 'person', 'body'].includes(e.type) || e.of?.startsWith('state:'))
  if (foreign && isGrave(scene, c)) return 'accuse'
  const abroad = line.mentions.some((m) => m.type === 'state' && m.id !== scene.refs.house)
  const pointed = /^(?:this|these|that|our)$/i.test(subject ? line.tokens[subject.tokens[0]!]!.form : '')
  return (abroad || pointed) && c.form === 'copula' && WORTHY.test(predicateOf(scene, c)) ? 'praise' : undefined
}

/** "Has committed atrocities", "harasses": a deed that is grave in itself, or one whose object is. */
function isGrave({ article, line }: Scene, c: Clause): boolean {
  if (c.form !== 'verb' || c.voice === 'passive') return false
  if (GRAVE_DEEDS.has(c.lemma)) return true
  const nps = [...c.objects, ...c.obliques.filter((o) => o.prep === 'in' || o.prep === 'out').map((o) => o.np)]
  return (
    DOING.has(c.lemma) &&
    nps.some((np) => GRAVE.test(article.text.slice(line.tokens[np.tokens[0]!]!.start, np.span.end)))
  )
}
const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))
const GRAVE_DEEDS = set(
  'violate harass torture repress suppress intimidate persecute massacre coerce brutalize brutalise misuse',
)
const DOING = set('engage commit carry use continue conduct perpetrate wage launch escalate intensify spread pursue')

/** The words of what something is said to be: up to ten before the noun, and it. */
function predicateOf({ article, line }: Scene, c: Clause): string {
  const from = line.tokens[Math.max(0, c.predicate - 8)]!
  const verb = line.tokens.slice(0, c.predicate).findLast((t) => t.upos === 'AUX')
  return article.text.slice(Math.max(from.start, verb?.end ?? 0), line.tokens[c.predicate]!.end)
}

function othersIn({ line, refs }: Scene, c: Clause): Entity[] {
  const states = line.mentions.filter((m) => m.type === 'state' && m.start >= c.span.start && m.end <= c.span.end)
  const ids = new Map(states.map((m) => [(m as { id: string }).id, m]))
  ids.delete(refs.house ?? '')
  return [...ids].map(([id, m]) => stateEntity(id as Entity['id'] & string, m))
}

const URGENT =
  /\b(?:it is (?:vital|essential|critical|imperative|crucial|time|urgent|long past time)|cannot let|must not|(?:is|are) (?:also |urgently )?needed to|(?:has|have) an opportunity to|is vital that|remains (?:vital|essential|critical|imperative|crucial) (?:that|to|for))\b/i
const GRAVE =
  /\b(?:atrocit\w+|war crimes?|crimes against humanity|genocide|human rights (?:abuses?|violations?)|corrupt(?:ion| acts?)?|bribes?|repress\w*|forced labou?r|crackdown|harass\w*|intimidat\w+|torture[ds]?|brutal\w*|disinformation|violated|violates|in violation|unprovoked|aggression|bloodshed|coerci\w+|destabili[sz]ing)\b/i
const WORTHY =
  /\b(?:champion|leader|voice|voices|beacon|pillar|stronghold|bastion|cornerstone|model|example|milestone|step|success|achievement|partner|ally|friend|advocate|honou?r|pleasure|testament|inspiration|contributor|linchpin|force for good|remarkable|important|extraordinary|tremendous|vital|impressive)\b/i
