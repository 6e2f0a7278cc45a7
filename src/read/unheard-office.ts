import type { Holder } from '../atlas/types.ts'
import { type Span, within } from '../model/span.ts'
import type { Line } from './article.ts'
import type { Draft } from './draft.ts'
import { type Entity, officeOf } from './entity.ts'

const low = (line: Line, k: number): string => line.tokens[k]?.form.toLowerCase() ?? ''
const spanOf = ({ start, end }: Span): Span => ({ start, end })

const FORESEEN = /^(?:projected|predicted|forecast|tipped|favou?red|likely|poised)$/
/** "Was *projected* to become president", "president of Chile *elect*": in an office that is not yet taken. */
export function onlyForeseen(d: Draft): Span | undefined {
  if (d.kind !== 'office') return undefined
  const { line, clause } = d.match.site
  const words = line.tokens.filter((t) => within(t, line.sentence))
  const foreseen = words.find(
    (t) => t.i < clause.predicate && t.i > clause.predicate - 24 && FORESEEN.test(low(line, t.i)),
  )
  const to = foreseen && line.tokens[foreseen.i + 1] && ['to', 'the'].includes(low(line, foreseen.i + 1))
  const passive = foreseen && words.some((t) => t.i > foreseen.i && t.i < clause.predicate && low(line, t.i) === 'to')
  if (foreseen && (to || passive)) return spanOf(foreseen)
  const elect = words.find((t) => low(line, t.i) === 'elect' && t.upos !== 'VERB' && t.i > clause.predicate)
  return elect && spanOf(elect)
}

const HEADS = /^office:(?:president|prime-minister|chancellor)\//
/** "French President Barack Obama": an office that somebody whose offices are on record never held. */
export function titleOff(d: Draft): Span | undefined {
  const { article, line } = d.match.site
  if (d.kind === 'office' || d.kind === 'envoy') return undefined
  for (const e of Object.values(d.roles).flat()) {
    const id = e.type === 'person' ? e.id : undefined
    const held = id ? article.holders.offices(id) : []
    if (!id || !held.length) continue
    const named = [e.as, ...apposedOffices(line, e)].filter((o) => o !== undefined)
    const off = named.find((o) => !held.some((h) => h.office === o) && onRecord(d, o, held))
    if (off || otherHead(e, held) || lowerRank(line, e, held)) return spanOf(e.span)
  }
  return undefined
}

/** "President Hillary Clinton": whose state is not told, and who is on record in other offices alone. */
const otherHead = ({ as, title }: Entity, held: readonly Holder[]): boolean =>
  !as &&
  /^(?:president|prime minister|chancellor)$/.test(title?.words ?? '') &&
  !held.some((h) => h.office.startsWith(`office:${title!.words.replaceAll(' ', '-')}/`))

/** Whether the holders of the office are on record, or the person is on record as a head of state or government. */
const onRecord = (d: Draft, office: string, held: readonly Holder[]): boolean =>
  (HEADS.test(office) && held.some((h) => HEADS.test(h.office))) ||
  d.match.site.article.holders.holders(office).length > 5

/** "Barack Obama, *the president of France*,": the office right behind the name. */
const apposedOffices = (line: Line, e: Entity): string[] =>
  line.mentions.flatMap((m) => {
    const near = m.start > e.span.end && m.start - e.span.end < 8
    const id = m.type === 'office' && near && !m.former && !m.plural ? officeOf(m.title, m.of) : undefined
    return id ? [id] : []
  })

const LOWER = /^(?:senator|congressman|congresswoman|governor|mayor)$/
/** "*Senator* Barack Obama", "Barack Obama, *then a senator*": somebody whom the record knows as head of state or government alone. */
function lowerRank(line: Line, e: Entity, held: readonly Holder[]): boolean {
  if (!held.some((h) => HEADS.test(h.office))) return false
  const near = line.tokens.filter((t) => t.end > e.span.start - 12 && t.start < e.span.end + 20)
  return (
    near.some((t) => LOWER.test(t.form.toLowerCase())) ||
    (e.title?.words === 'vice president' && !held.some((h) => h.office.startsWith('office:vice-president/')))
  )
}

const NTH = /^(?:\d+(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth)|(?:twenty|thirty|forty|fifty)-[a-z]+)$/
/** "The *40th* president", "the *youngest* chancellor": a place among the holders, which no list of them tells. */
export function placeAmongHolders(d: Draft): Span | undefined {
  if (d.is === 'count' || (d.kind !== 'visit' && d.kind !== 'office')) return undefined
  const { line } = d.match.site
  const near = [
    ...Object.values(d.roles)
      .flat()
      .map((e) => e.span),
    d.span,
  ]
  const found = line.tokens.find((t) => {
    const ranked = NTH.test(low(line, t.i)) || t.xpos === 'JJS'
    if (!ranked || line.times.some((x) => x.start <= t.start && t.end <= x.end)) return false
    if (!near.some((s) => t.start >= s.start - 8 && t.end <= s.end + 24)) return false
    return [1, 2, 3].some((n) => line.mentionAt[t.i + n]?.type === 'office')
  })
  return found && spanOf(found)
}
