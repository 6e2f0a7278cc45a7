import type { NameHit } from '../atlas/types.ts'
import { classOf, type EntityId, slug } from '../model/ids.ts'
import { MONTHS, WEEKDAYS } from './calendar.ts'
import { BODY_WORDS } from './en/titles.ts'
import { OPENERS } from './en/words.ts'
import { isAcronym, isCapital, type Mention } from './mention.ts'
import type { Scan } from './scan.ts'

const LINKS = new Set(['of', 'for', 'and', 'the', 'on', 'to', 'in', '&'])
/** "Five American presidents": a number that opens a sentence is no part of the name after it. */
const NUMBERS = /^(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|several|dozens)$/i
const isDate = (word: string): boolean => word.toLowerCase() in MONTHS || word.toLowerCase() in WEEKDAYS
const bodyWord = (word: string): boolean => BODY_WORDS.has(word.toLowerCase())

/** Names of bodies, places and things: what is capitalised and stands for nobody found so far. */
export function scanBodies(s: Scan): void {
  const aliases = new Map<string, Mention>()
  const capitals = capitalised(s)
  for (let i = 0; i < s.chunks.length; ) {
    const to = s.taken[i] ? i : runFrom(s, i)
    const mention = to > i ? nameOf(s, i, to, aliases, capitals) : undefined
    if (mention) {
      s.mentions.push(mention)
      for (let k = i; k < to; k++) s.taken[k] = true
      alias(s, to, mention, aliases)
    }
    i = Math.max(to, i + 1)
  }
  fromAtlas(s, aliases)
}

/** Words that are capitalised although they do not begin a sentence. */
function capitalised(s: Scan): Set<string> {
  const out = new Set<string>()
  s.chunks.forEach((c, i) => {
    if (isCapital(c.text) && !startsSentence(s, i)) out.add(c.text)
  })
  return out
}
const startsSentence = (s: Scan, i: number): boolean => i === 0 || /[.?!:\n"“”«(\]—–]/.test(s.chunks[i - 1]!.after)

/** The end of the capitalised run that starts at `i`; small words join it only inside the name of a body. */
function runFrom(s: Scan, i: number): number {
  const first = s.chunks[i]!
  if (/^\p{Lu}[\p{Lu} ]+$/u.test(first.text) && first.after.startsWith(':')) return i
  if (isDate(first.text) || opensGathering(s, i) || opensGovernment(s, i)) return i
  if (SIDES.test(first.text) && i > 0 && s.chunks[i - 1]!.after === '' && s.hit[i - 1]) return i
  if (NUMBERS.test(first.text) && s.hit[i + 1] && startsSentence(s, i)) return i
  if (!isCapital(first.text) || (OPENERS.has(first.text.toLowerCase()) && !isAcronym(first.text))) return i
  let to = i
  let body = false
  while (to < s.chunks.length && !s.taken[to]) {
    const c = s.chunks[to]!
    if (to > i && SIDES.test(c.text)) return isBody(s, i) ? i : to
    if (to > i && isDate(c.text) && /^\d/.test(s.chunks[to + 1]?.text ?? '')) break
    if (!isCapital(c.text)) {
      const next = linked(s, to)
      const and = c.text === 'and' && (!ofBefore(s, i, to) || isWholeState(s, i, to))
      // "Left the *United States* for Peru": a state is no part of a longer name.
      const state = /^(?:for|on|to|in)$/.test(c.text) && isWholeState(s, i, to)
      const date = /^(?:on|in)$/.test(c.text) && isDate(s.chunks[to + 1]?.text ?? '')
      if (!body || !LINKS.has(c.text) || next === undefined || and || state || date) break
      to = next
      continue
    }
    body ||= bodyWord(c.text)
    to++
    if (c.possessive || c.after !== '') break
  }
  return beforeGathering(s, i, to)
}
/** "*NATO* Foreign Ministerial", "*Quad* Leaders’ Summit": whose gathering it is, not which. */
function beforeGathering(s: Scan, i: number, to: number): number {
  let at = to
  const tail = s.chunks[to]
  if (s.chunks[to - 1]!.possessive && tail && GATHERING.test(tail.text)) at = to
  else if (GATHERING.test(s.chunks[to - 1]!.text)) at = to - 1
  else return to
  while (at > i + 1 && ATTENDING.test(s.chunks[at - 1]!.text)) at--
  return at < to ? at : to
}
const GATHERING = /^(?:Ministerials?|Summits?|Meetings?)$/
const ATTENDING =
  /^(?:Foreign|Defen[cs]e|Finance|Culture|Trade|Health|Energy|Environment|Labou?r|Agriculture|Interior|Leaders?|Heads|State|Government|Ministers?|Ministerial|Annual|Special|Extraordinary|Virtual)$/
/** "NATO *Allies*", "Quad *Partners*": who belongs to a body is no part of its name. */
const SIDES = /^(?:All(?:y|ies)|Partners?|Members?)$/

/** "NATO *Enhanced Opportunities* Partner": what kind of partner is no part of the body's name. */
const isBody = (s: Scan, i: number): boolean => classOf(s.hit[i]?.candidates[0]?.id ?? '') === 'body'

/** "Summit of the Gulf Cooperation Council": a gathering of a known body is not itself a body. */
function opensGathering(s: Scan, i: number): boolean {
  if (!/^(?:Summit|Conference|Leaders|Meeting)$/.test(s.chunks[i]!.text) || s.chunks[i + 1]?.text !== 'of') return false
  const at = s.chunks[i + 2]?.text === 'the' ? i + 3 : i + 2
  return s.hit[at] !== undefined || s.taken[at] === true
}
/** "Government of Rwanda", "Federal Government of Somalia": a government stands for its state. */
function opensGovernment(s: Scan, i: number): boolean {
  const at = SORTS_OF_GOVERNMENT.test(s.chunks[i]!.text) ? i + 1 : i
  if (!/^Governments?$/.test(s.chunks[at]?.text ?? '') || s.chunks[at + 1]?.text !== 'of') return false
  const of = s.hit[s.chunks[at + 2]?.text === 'the' ? at + 3 : at + 2]
  return classOf(of?.candidates[0]?.id ?? '') === 'state'
}
const SORTS_OF_GOVERNMENT = /^(?:Federal|Royal|Central|National|Transitional|Interim|Provisional)$/
/** "United States of America *and* Cuba": a state's whole name goes no further. */
function isWholeState(s: Scan, i: number, to: number): boolean {
  const hit = s.hit[i]
  return hit?.end === s.chunks[to - 1]?.end && classOf(hit?.candidates[0]?.id ?? '') === 'state'
}
const ofBefore = (s: Scan, i: number, at: number): boolean =>
  s.chunks.slice(i, at).some((c) => c.text === 'of' || c.text === 'for')
function linked(s: Scan, at: number): number | undefined {
  for (let k = at; k < at + 2; k++) {
    if (s.chunks[k]?.after !== '') return undefined
    const next = s.chunks[k + 1]
    if (!next || s.taken[k + 1]) return undefined
    if (isCapital(next.text)) return ['to', 'in'].includes(s.chunks[at]!.text) ? undefined : k + 1
    if (!LINKS.has(next.text)) return undefined
  }
  return undefined
}

function nameOf(
  s: Scan,
  i: number,
  to: number,
  aliases: Map<string, Mention>,
  capitals: Set<string>,
): Mention | undefined {
  const chunks = s.chunks.slice(i, to)
  const [start, end] = [chunks[0]!.start, chunks.at(-1)!.end]
  if (s.hit[i] && s.hit[i]!.end >= end) return undefined
  const hitBody =
    s.hit[i] && classOf(s.hit[i]!.candidates[0]?.id ?? '') === 'state' && !chunks.some((c) => bodyWord(c.text))
  if (hitBody) return undefined
  if (
    chunks.every((_, k) => s.hit[i + k]) &&
    new Set(chunks.map((_, k) => s.hit[i + k])).size + chunks.filter((c) => /[-–]/.test(c.text)).length > 1
  )
    return undefined
  if (TIED.test(chunks.at(-1)!.text) && statesWithin(s, start, end) > 1) return undefined
  const text = s.text.slice(start, end)
  const known = aliases.get(text)
  if (known && (known.type === 'body' || known.type === 'name' || known.type === 'state'))
    return { ...known, start, end }
  const single = chunks.length === 1
  if (single && /[’'](?:d|m|ve|ll|re|t)$/i.test(text)) return undefined
  if (single && startsSentence(s, i) && !isAcronym(text) && !capitals.has(text)) return undefined
  const label = text.replace(/^The\s+/, '')
  const body = chunks.some((c) => bodyWord(c.text)) || (single && isAcronym(text))
  const owner = s.hit[i]?.candidates[0]?.id
  const home = placeIn(s, i, to)
  const of: EntityId | undefined =
    owner && classOf(owner) === 'state' ? owner : STATES_ORGAN.test(label) ? home.at : undefined
  return body
    ? { type: 'body', id: `body:${slug(label)}`, label, start, end, ...(of && { of }), ...home }
    : { type: 'name', id: `place:${slug(label)}`, label, start, end }
}

/** "Ministry of Transport *of Peru*": an organ of the state that its name ends with. */
const STATES_ORGAN = /^(?:[A-Z][a-z]+ )?(?:Ministry|Embassy) (?:[^,]{1,60} )?of (?:the )?[A-Z][^,]{2,30}$/

/** Whether a name is that of a state's organ, which speaks as its state. */
export const isStatesOrgan = (label: string): boolean => STATES_ORGAN.test(label)

/** "The *U.S.-ROK* Alliance": two states and what is between them, no body of its own. */
const TIED =
  /^(?:Alliance|Partnership|Relationship|Relations|Friendship|Cooperation|Agreement|Treaty|Accord|Convention)$/
const statesWithin = (s: Scan, start: number, end: number): number =>
  s.hits.filter((h) => h.start >= start && h.end <= end && classOf(h.candidates[0]?.id ?? '') === 'state').length

/** The state or capital that ends a name after "of" or "in". */
function placeIn(s: Scan, i: number, to: number): { at?: EntityId } {
  const id = s.hit[to - 1]?.candidates[0]?.id
  const inside = to - i > 2 && /^(?:of|in|at)$/.test(s.chunks[to - 2]!.text) && classOf(id ?? '') === 'state'
  return inside ? { at: id! } : {}
}

/** "African Union (AU)": the short form means the same from here on. */
function alias(s: Scan, to: number, mention: Mention, aliases: Map<string, Mention>): void {
  const short = s.chunks[to]
  const opens = s.chunks[to - 1]?.after === '('
  if (
    short &&
    opens &&
    short.after.startsWith(')') &&
    /^\p{Lu}/u.test(short.text) &&
    /\p{Lu}.*\p{Lu}/u.test(short.text)
  ) {
    aliases.set(short.text, mention)
  }
}

/** The atlas's names that stand in no other mention; hits and chunks run in text order, so one sweep finds what covers them. */
function fromAtlas(s: Scan, aliases: Map<string, Mention>): void {
  const covers = s.mentions.filter((m) => m.type !== 'office').sort((a, b) => a.start - b.start)
  let [cover, chunk, covered] = [0, 0, -1]
  for (const hit of s.hits) {
    if (!hit.candidates[0]) continue
    for (; cover < covers.length && covers[cover]!.start <= hit.start; cover++)
      covered = Math.max(covered, covers[cover]!.end)
    if (hit.end <= covered) continue
    const mention = mentionOf(s, hit, aliases)
    if (!mention) continue
    s.mentions.push(mention)
    covered = Math.max(covered, mention.end)
    while (chunk < s.chunks.length && s.chunks[chunk]!.start < hit.end) chunk++
    if (chunk > 0 && chunk < s.chunks.length) alias(s, chunk, mention, aliases)
  }
}

function mentionOf(s: Scan, hit: NameHit, aliases: Map<string, Mention>): Mention | undefined {
  const text = s.text.slice(hit.start, hit.end)
  const known = aliases.get(text)
  return known ? { ...known, start: hit.start, end: hit.end } : atlasMention(hit, text)
}

function atlasMention(hit: NameHit, text: string): Mention | undefined {
  const best = hit.candidates[0]!
  const place = { start: hit.start, end: hit.end }
  const sort = classOf(best.id)
  if (sort === 'state' || sort === 'seat') {
    const id = best.id.replace(/^seat:/, 'state:')
    return { type: 'state', id, label: id.slice('state:'.length), form: best.form, word: text, ...place }
  }
  if (sort === 'place') return { type: 'name', id: best.id, label: text, ...place }
  return { type: 'body', id: best.id, label: text, ...place }
}
