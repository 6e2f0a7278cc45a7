import type { Unread } from '../model/claim.ts'
import { alone } from './alone.ts'
import type { Article, Line } from './article.ts'
import { withBearing } from './bearing.ts'
import { baseOf, type Draft } from './draft.ts'
import { draftsOf } from './emit.ts'
import { actorRole } from './en/echo.ts'
import { RULES } from './en/index.ts'
import { PAST } from './en/past.ts'
import { SUPPOSING } from './en/qualifiers.ts'
import { remarks } from './en/remark.ts'
import { specials } from './en/specials.ts'
import type { Entity } from './entity.ts'
import { fillersOf } from './entity.ts'
import { identitiesOf } from './identity.ts'
import { type Lack, type Match, namesOf, tryFrame } from './match.ts'
import { qualified } from './qualify.ts'
import { ranks } from './rank.ts'
import { rankedTrips } from './rank-trip.ts'
import type { References } from './reference.ts'
import { settle } from './settle.ts'
import { abroad, cancelled, ellipses, type Memory, partitives, recallRoll, remember } from './together.ts'
import { unreadOf } from './unread.ts'

/** What frames made of one sentence. */
export interface Tried {
  matches: Match[]
  lacks: Lack[]
}

/** Tries every frame that a clause of the sentence calls for. */
export function framesOn(article: Article, refs: References, line: Line): Tried {
  const matches: Match[] = []
  const lacks: Lack[] = []
  for (const clause of line.clauses) {
    if (supposed(line, clause)) continue
    const seen = new Set<string>()
    for (const rule of rulesFor(line, clause)) {
      if (seen.has(rule.kind)) continue
      const tried = tryFrame(rule, { article, refs, line, clause })
      if ('lacks' in tried) lacks.push(tried)
      else if (!isFirstToDo(line, tried)) {
        matches.push(tried)
        seen.add(rule.kind)
      }
    }
  }
  return { matches, lacks }
}

/** The rules that a clause calls for; of a noun by its form too. */
function rulesFor(line: Line, c: Line['clauses'][number]) {
  const form = line.tokens[c.predicate]!.form.toLowerCase()
  const words =
    c.form === 'verb' ? [c.lemma, PAST.get(form) ?? c.lemma] : [c.lemma, ...namesOf(line.tokens[c.predicate]!)]
  return [...new Set(words.flatMap((w) => RULES.get(`${c.form} ${w}`) ?? []))]
}

/** "If he goes to Kyiv": what is only supposed is not told. */
function supposed(line: Line, c: Line['clauses'][number]): boolean {
  for (let at: typeof c | undefined = c, k = 0; at && k < 5; k++) {
    if (SUPPOSING.has(at.mark ?? '') || asks(line, at)) return true
    const id: number | undefined = at.governor ?? at.light
    at = id === undefined || id === at.id ? undefined : line.clauses[id]
  }
  return false
}

/** "…, has the ambassador engaged with China": what follows an auxiliary before its subject is asked, not told. */
const asks = (line: Line, c: Line['clauses'][number]): boolean =>
  line.tokens.some((t, k) => k > 1 && k < c.predicate && ASKING.test(t.form) && opensQuestion(line, k))

function opensQuestion(line: Line, k: number): boolean {
  const next = line.tokens[k + 1]
  if (line.tokens[k - 1]!.form !== ',' || !next || !['DET', 'PRON', 'PROPN'].includes(next.upos)) return false
  const rest = line.tokens.slice(k + 2, k + 7)
  const verb = rest.findIndex((t) => t.upos === 'VERB')
  return verb >= 0 && rest.slice(0, verb).every((t) => ['NOUN', 'PROPN', 'ADJ', 'ADV'].includes(t.upos))
}
const ASKING = /^(?:has|have|did|do|does|will|would|can|could|should)$/

/** "Became the first secretary *to visit*" tells of the visit, not of taking the office. */
function isFirstToDo(line: Line, { kind, roles }: Match): boolean {
  const heads = kind === 'office' ? (roles.title ?? []).flatMap((f) => (f.np ? [f.np.head] : [])) : []
  return line.clauses.some((c) => c.form === 'verb' && c.mark === 'to' && c.modifies && heads.includes(c.modifies.head))
}

/** Every claim of an article, before what only the whole of it can settle. */
export function readArticle(article: Article, refs: References): { drafts: Draft[]; unread: Unread[] } {
  const memory: Memory = {}
  const lines = article.lines.filter((line) => !isHeadline(article, line))
  const settled = settle(
    article,
    lines.flatMap((line) => readLine(article, refs, line, memory)),
  )
  const { drafts, unread } = qualified(article, lines, withBearing(article, settled, refs.house))
  return { drafts, unread: [...unread, ...unreadOf(article, lines, drafts, unread)] }
}

/** The article's own title: a first line without a full stop, with text under it. */
function isHeadline(article: Article, line: Line): boolean {
  const { start, end } = line.sentence
  const first = article.text.search(/\S/)
  const after = article.text.slice(end)
  return (
    start <= first + 1 && /^[^\S\n]*\n\s*\S/.test(after) && !/[.!?]["”’)]?$/.test(article.text.slice(start, end).trim())
  )
}

/** Every claim of a sentence. */
export function readLine(article: Article, refs: References, line: Line, memory: Memory): Draft[] {
  const { matches } = framesOn(article, refs, line)
  for (const m of matches) recallRoll(m, memory)
  const sets = setsOf(article, matches)
  const around = { identities: identitiesOf(refs, line), sets }
  const drafts = matches.flatMap((m) => draftsOf(m, around))
  const scene = { article, refs, line, matches, drafts, memory }
  const more = specials(scene)
  const counted = new Set(more.filter((d) => d.is === 'years').map((d) => d.match))
  const plain = partitives(line, matches, drafts, sets).filter((d) => !counted.has(d.match))
  const besides = [
    ...more,
    ...alone(article, refs, line),
    ...ranks(article, line, plain),
    ...rankedTrips(line, plain),
    ...ellipses(article, refs, line, plain),
  ]
  const facts = abroad(article, memory, cancelled(line, [...plain, ...besides]))
  const told = [...facts, ...remarks(scene, facts)]
  remember(told, memory)
  const act = told.findLast((d) => actorRole(d) !== undefined)
  if (act) memory.act = act
  else delete memory.act
  return told
}

/** Sets that relative clauses describe: "the ten countries *that abstained*". */
function setsOf(article: Article, matches: readonly Match[]): Map<number, { entity: Entity; clause: number }> {
  const out = new Map<number, { entity: Entity; clause: number }>()
  for (const m of matches) {
    for (const [by, list] of Object.entries(m.roles)) {
      const f = list.find((x) => x.np && (x.np.shared === 'relative' || x.np.head === m.site.clause.modifies?.head))
      const e = f?.entities[0]
      if (!f?.np || !e || e.type !== 'group') continue
      out.set(f.np.head, { entity: described(article, m, by, f.np.head, e), clause: m.site.clause.id })
    }
  }
  return out
}

function described(article: Article, m: Match, by: string, head: number, e: Entity): Entity {
  const base = baseOf(m)
  const count = m.roles[by]?.find((f) => f.np?.head === head)?.quantity.count
  const { line, clause } = m.site
  const start = line.tokens[head]!.start
  const end = Math.max(base.span.end, line.tokens[clause.predicate]!.end)
  const label = article.text.slice(start, end).replace(/(?<!\s)\s+[–—-]\s.{0,400}$|,.{0,400}$/u, '')
  const roles: Record<string, ReturnType<typeof fillersOf>> = {}
  for (const [role, list] of Object.entries(m.roles)) {
    const found = list.flatMap((f) => f.entities)
    if (role !== by && found.length) roles[role] = fillersOf(found)
  }
  for (const [role, value] of Object.entries(m.frame.fixed ?? {})) roles[role] = { is: 'words', label: value }
  return {
    ...e,
    label,
    described: {
      ...{ is: 'set', label, span: { start, end }, by },
      of: { kind: m.kind, roles, ...(base.when && { when: base.when }) },
      ...(count && { count }),
    },
  }
}
