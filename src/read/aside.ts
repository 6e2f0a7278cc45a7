import type { Kind } from '../model/kinds/index.ts'
import type { Line } from './article.ts'
import { joinsIn } from './company.ts'
import type { Entity } from './entity.ts'
import type { Filled, Site } from './slots.ts'

/** Readings of a frame's words that its other words rule out. */
export function aside(
  { line, clause, refs, article }: Site,
  kind: Kind,
  roles: Record<string, Filled[]>,
): string | undefined {
  // "Joined Peru and the Union in condemning": whom one joins in an act is no body that one enters.
  if (kind === 'membership' && JOINING.has(clause.lemma) && clause.form === 'verb') {
    const all = clause.objects.flatMap((np) => refs.resolve(line, np))
    const act = line.clauses.some((c) => c.governor === clause.id && joinsIn(c, clause))
    if (act || all.some((e) => e.type === 'state')) return 'a body alone'
  }
  // A statement that several make lays out what they do together where it is joint, or comes of a meeting.
  if (kind === 'agreement' && STATING.has(clause.lemma)) {
    const words = article.text.slice(line.sentence.start, line.sentence.end)
    if (/\bstatement\b/i.test(words) && (/\bcondemn/i.test(words) || !TOGETHER.test(words))) return 'cooperation'
  }
  // "Its seat on the Security Council", where two states are named: whose is not safe to say.
  if (kind === 'membership' && clause.form === 'noun' && roles.state?.some((f) => f.pronoun || isPossessive(f)))
    if (!isAlone(line, roles.state)) return 'a state that is named'
  // "Peru’s role, including by co-chairing the group": who does it is not told by the clause.
  if (kind === 'membership' && clause.form === 'verb' && line.tokens[clause.predicate - 1]?.form === 'by')
    return 'state'
  // "The imposition of sanctions on individuals", "Imposing Sanctions on Foreign Persons": by nobody and on nobody in particular.
  if (kind === 'sanction' && !roles.by?.length && clause.lemma !== 'designate')
    if (roles.target?.every((f) => f.entities.every((e) => vague(e, clause.form, line.tokens[clause.predicate]!.form))))
      return 'by'
  // "Designated Thailand a major ally": a rank is given.
  if (kind === 'sanction' && clause.lemma === 'designate')
    if (line.tokens.slice(clause.predicate, clause.predicate + 12).some((t) => RANKS.has(t.lemma.toLowerCase())))
      return 'a measure'
  // "Designated her to serve as": an office is given.
  if (kind === 'sanction' && clause.lemma === 'designate')
    if (line.clauses.some((c) => c.form !== 'noun' && c.governor === clause.id && SERVING.has(c.lemma)))
      return 'a measure'
  // "Restrictions on assistance to Chad": what is held back.
  if (kind === 'aid' && clause.form === 'noun') {
    const words = line.tokens.slice(Math.max(0, clause.predicate - 7), clause.predicate)
    if (
      words.some(
        (t, i) => HELD_BACK.has(t.lemma.toLowerCase()) && /^(?:on|to|of|in|for)$/.test(words[i + 1]?.form ?? ''),
      )
    )
      return 'aid that is given'
  }
  // "Support for *Togo's candidate*", "for *EU-brokered* talks", "for Togo *as* chair": what is backed is no state.
  if (kind === 'aid' && clause.lemma === 'support' && clause.form === 'noun' && !roles.what)
    if (!roles.receiver?.every((f) => f.entities.every((e) => isHelped(e, article.text))))
      return 'a state that is helped'
  // "Designated the general as security minister": a person is designated to an office too, unless the text speaks of measures.
  if (kind === 'sanction' && clause.lemma === 'designate' && roles.target?.every((f) => f.entities.every(isPerson))) {
    const at = line.tokens[clause.predicate]!.start
    if (!OF_MEASURES.test(article.text.slice(Math.max(0, at - 500), at + 500))) return 'a measure'
  }
  // "A former president announced his support for a candidate": persons among themselves.
  if (kind === 'aid' && roles.giver?.length && [...roles.giver, ...(roles.receiver ?? [])].every(isPersons))
    return 'a state that gives or is helped'
  // "Individuals designated under this order": whoever they are, and whoever did it.
  if (kind === 'sanction' && clause.modifies && clause.form === 'verb' && !roles.by?.length) return 'by'
  // "Congratulated him on his election": only heads of state and government are elected to what they are called.
  if (kind === 'office' && clause.form === 'noun' && /election$/.test(clause.lemma))
    if (roles.person?.some((f) => f.slot === 'possessor' && f.entities.some((e) => e.title && e.title.sort !== 'head')))
      return 'an office that is elected'
  // Help by a body to nobody in particular is no state's.
  if (kind === 'aid' && !roles.receiver?.length && roles.giver?.some((f) => f.entities.some((e) => e.type !== 'state')))
    return 'receiver'
  // "Its independence *in 1991*", not "depends in part".
  if (kind === 'statehood' && clause.lemma === 'independence' && clause.form === 'noun')
    if (!IN_YEAR.test(article.text.slice(line.tokens[clause.predicate]!.end, line.tokens[clause.predicate]!.end + 60)))
      return 'a year'
  // "The establishment of U.S.-Albanian ties"
  if (kind === 'statehood' && clause.form === 'noun')
    if (
      roles.state?.some((f) => f.entities.some((e) => /^ ?[-–]/.test(article.text.slice(e.span.end, e.span.end + 2))))
    )
      return 'a state alone'
  return selfDirected(kind, roles) ? 'another state' : undefined
}
const STATING = new Set(['text', 'statement', 'release', 'issue', 'publish', 'adopt'])
const TOGETHER = /\bjoint\b|\b(?:occasion|dialogue|meeting|summit|forum|ministerial|convening|consultations)\b/i
/** No other state is named beside the one that a pronoun is taken for. */
function isAlone(line: Line, found: readonly Filled[]): boolean {
  const meant = new Set<string | undefined>(found.flatMap((f) => f.entities.map((e) => e.id)))
  return line.mentions.every((m) => m.type !== 'state' || meant.has(m.id))
}
const isPossessive = (f: Filled): boolean => f.np?.tokens.length === 1 && f.entities.every((e) => e.form === undefined)
const vague = (e: Entity, form: string, word: string): boolean =>
  e.type === 'name' ? form === 'noun' || /^\p{Lu}/u.test(word) : form === 'noun' && e.type === 'group' && !e.of
const RANKS = new Set(['ally', 'partner'])
const isPerson = (e: Entity): boolean => e.type === 'person'
const isPersons = (f: Filled): boolean => f.entities.every((e) => isPerson(e) && !e.of)
const OF_MEASURES =
  /sanction|Executive Order|E\.O\.|Section \d|Magnitsky|Treasury|OFAC|visa|entry into|ineligible|corrupt|terroris|traffick|crime|abuse|human rights/i
const isHelped = (e: Entity, text: string): boolean =>
  (e.type === 'state' || e.type === 'people' || e.type === 'group') &&
  !/^(?:['’-]| as\b)/.test(text.slice(e.span.end, e.span.end + 3))
const HELD_BACK = new Set([
  'restriction',
  'limit',
  'ban',
  'suspension',
  'freeze',
  'pause',
  'cut',
  'end',
  'halt',
  'lack',
  'refusal',
])
const IN_YEAR = /^ (?:from [\p{L} ]{3,30} )?(?:in|on) (?:[\p{L}\d]+ ){0,2}\d{4}\b/u
const JOINING = new Set(['join', 'rejoin'])
const SERVING = new Set(['serve', 'be', 'lead', 'act', 'represent', 'chair', 'head', 'replace'])

/** "The government banned flights": who measures or helps what is its own tells nothing between states. */
const OTHERS: Partial<Record<Kind, readonly [string, string]>> = {
  aid: ['giver', 'receiver'],
  sanction: ['by', 'target'],
}
function selfDirected(kind: Kind, roles: Record<string, Filled[]>): boolean {
  const [from, to] = OTHERS[kind] ?? []
  if (!from || !to) return false
  const ids = (role: string) => (roles[role] ?? []).flatMap((f) => f.entities.map((e) => e.id ?? e.label))
  const own = ids(from)
  const homes = kind === 'sanction' ? (roles[to] ?? []).flatMap((f) => f.entities.flatMap((e) => e.of ?? [])) : []
  return own.length > 0 && [...ids(to), ...homes].some((id) => own.includes(id))
}
