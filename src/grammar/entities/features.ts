import { hashText, mix } from '../hash.ts'
import type { Token } from '../types.ts'
import { shapeOf } from '../words.ts'
import type { Candidate } from './candidates.ts'

/** What is known of a word whatever its sentence. */
export interface WordFacts {
  /** The distributional class of a lower-cased word, by its hash; 0 for none. */
  kind(lowerHash: number): number
  /** How raw news uses it: as what it heads a name there, and as a part of which names; 0 for not at all. */
  usual(lowerHash: number): number
  /** Which lists of names hold it (or several words with single spaces between), one bit each. */
  lists(lowerHash: number): number
}

/** A sentence's words as numbers. */
export interface Seen {
  tokens: readonly Token[]
  /** The dependents of each word. */
  kids: readonly (readonly number[])[]
  facts: WordFacts
  form: Int32Array
  lower: Int32Array
  shape: Int32Array
  kind: Int32Array
  usual: Int32Array
  lists: Int32Array
  tag: Int32Array
  relation: Int32Array
  suffix: Int32Array
  /** How the rest of the document was read: codes of each word; nothing on a first reading. */
  recalled?: Recalled
}

/** What the rest of a document says of each word of a sentence, as codes; 0 for nothing. */
export interface Recalled {
  head: Int32Array
  part: Int32Array
  small: Int32Array
}

export function see(tokens: readonly Token[], facts: WordFacts, recalled?: Recalled): Seen {
  const lower = Int32Array.from(tokens, (t) => hashText(t.form.toLowerCase()))
  return {
    ...(recalled ? { recalled } : {}),
    tokens,
    kids: kidsOf(tokens),
    facts,
    form: Int32Array.from(tokens, (t) => hashText(t.form)),
    lower,
    shape: Int32Array.from(tokens, (t) => shapeOf(t.form)),
    kind: lower.map((h) => facts.kind(h)),
    usual: lower.map((h) => facts.usual(h)),
    lists: lower.map((h) => facts.lists(h)),
    tag: Int32Array.from(tokens, (t) => hashText(t.xpos)),
    relation: Int32Array.from(tokens, (t) => hashText(t.deprel)),
    suffix: Int32Array.from(tokens, (t) => hashText(t.form.slice(-3).toLowerCase())),
  }
}

function kidsOf(tokens: readonly Token[]): number[][] {
  const kids: number[][] = tokens.map(() => [])
  for (const t of tokens) if (t.head >= 0) kids[t.head]!.push(t.i)
  return kids
}

/** Collects hashed features. */
export class Bag {
  readonly values = new Int32Array(512)
  count = 0
  /** A feature of the situation: its lowest bit is 0. */
  add(name: number, a = 0, b = 0, c = 0): void {
    if (this.count < this.values.length) this.values[this.count++] = mix(mix(mix(mix(0x3c6ef372, name), a), b), c) & ~1
  }
  /** A feature that knows the name itself: its lowest bit is 1. */
  name(name: number, a = 0, b = 0, c = 0): void {
    if (this.count < this.values.length) this.values[this.count++] = mix(mix(mix(mix(0x3c6ef372, name), a), b), c) | 1
  }
}

const NONE = -7
/** Roles of words inside a candidate: none's head, head, first, last. */
const NAMED = new Set([1, 4, 5, 6])

/** Features of a word that heads no name. */
export function headFeatures(s: Seen, h: number, bag: Bag): void {
  bag.count = 0
  word(s, h, 1, bag)
  word(s, h - 1, 2, bag)
  word(s, h + 1, 3, bag)
  const t = s.tokens[h]!
  bag.add(90, s.relation[h]!, s.tag[h]!)
  bag.add(91, s.tag[h]!, h === 0 ? 1 : 0, s.shape[h]!)
  bag.add(92, t.head >= 0 ? s.lower[t.head]! : NONE)
  bag.add(93, t.head >= 0 ? s.tag[t.head]! : NONE, s.relation[h]!)
  bag.add(94)
}

function word(s: Seen, i: number, role: number, bag: Bag): void {
  const inside = i >= 0 && i < s.tokens.length
  if (!inside) {
    bag.add(role * 100, i < 0 ? 1 : 2)
    return
  }
  const own = NAMED.has(role) && s.tokens[i]!.upos === 'PROPN'
  if (s.recalled) {
    bag.add(role * 100 + 10, s.recalled.head[i]!)
    bag.add(role * 100 + 11, s.recalled.part[i]!)
    bag.add(role * 100 + 12, s.recalled.small[i]!)
    bag.add(role * 100 + 13, s.recalled.head[i]!, s.recalled.part[i]!)
  }
  bag.add(role * 100 + 3, s.shape[i]!, s.tag[i]!)
  bag.add(role * 100 + 8, s.suffix[i]!)
  if (own) {
    bag.name(role * 100 + 1, s.lower[i]!)
    bag.name(role * 100 + 2, s.form[i]!)
    bag.name(role * 100 + 4, s.kind[i]!)
    bag.name(role * 100 + 5, s.usual[i]!)
    bag.name(role * 100 + 6, s.lists[i]!)
  } else {
    bag.add(role * 100 + 1, s.lower[i]!)
    bag.add(role * 100 + 2, s.form[i]!)
    bag.add(role * 100 + 4, s.kind[i]!)
    bag.add(role * 100 + 5, s.usual[i]!)
    bag.add(role * 100 + 6, s.lists[i]!)
  }
}

/** Features of one candidate. */
export function spanFeatures(s: Seen, c: Candidate, bag: Bag): void {
  bag.count = 0
  const { first, last, head } = c
  word(s, head, 4, bag)
  word(s, first, 5, bag)
  word(s, last, 6, bag)
  word(s, first - 1, 7, bag)
  word(s, last + 1, 8, bag)
  edge(s, c, bag)
  company(s, c, bag)
  inner(s, c, bag)
  whole(s, c, bag)
}

const at = (a: Int32Array, i: number): number => (i >= 0 && i < a.length ? a[i]! : NONE)

/** How the tree lies about the ends. */
function edge(s: Seen, { first, last, head }: Candidate, bag: Bag): void {
  const { tokens } = s
  const inside = (i: number) => i >= first && i <= last
  const before = tokens[first - 1]
  const after = tokens[last + 1]
  const leftCut = before === undefined ? 2 : inside(before.head) ? 1 : 0
  const rightCut = after === undefined ? 2 : inside(after.head) ? 1 : 0
  bag.add(10, leftCut, rightCut)
  bag.add(11, leftCut, leftCut === 1 ? s.relation[first - 1]! : 0, at(s.tag, first - 1))
  bag.add(12, rightCut, rightCut === 1 ? s.relation[last + 1]! : 0, at(s.tag, last + 1))
  bag.add(13, at(s.lower, last + 1), rightCut)
  bag.add(14, at(s.lower, first - 1), leftCut)
  bag.add(15, at(s.tag, first), at(s.tag, first - 1))
  bag.add(16, at(s.tag, last), at(s.tag, last + 1))
  const t = tokens[head]!
  const up = t.head
  bag.add(17, s.relation[head]!)
  bag.add(18, s.relation[head]!, up >= 0 ? s.lower[up]! : NONE)
  bag.add(19, up >= 0 ? at(s.kind, up) : NONE, s.relation[head]!)
  const marker = caseOf(tokens, first, head)
  bag.add(20, at(s.lower, marker))
  bag.add(21, at(s.lower, marker), up >= 0 ? at(s.lower, up) : NONE)
  bag.add(22, up >= 0 && inside(up) ? 1 : 0, topsIn(s, first, last))
  if (after) bag.add(23, at(s.lower, last + 2), s.lower[last + 1]!)
  if (before) bag.add(24, at(s.lower, first - 2), s.lower[first - 1]!)
  bag.add(25, at(s.kind, first - 1), at(s.kind, last + 1))
}

/** What hangs on the head, and what it is joined to. */
function company(s: Seen, { first, last, head }: Candidate, bag: Bag): void {
  for (const k of s.kids[head]!) {
    const inside = k >= first && k <= last ? 1 : 0
    bag.add(70, s.relation[k]!, s.lower[k]!, inside)
    bag.add(71, s.relation[k]!, s.kind[k]!, inside)
    bag.add(72, s.relation[k]!, s.tag[k]!, inside)
    if (s.tokens[k]!.deprel === 'conj') bag.add(73, s.lists[k]!, s.usual[k]!)
  }
  const { head: up, deprel } = s.tokens[head]!
  if (up < 0) return
  if (deprel === 'conj' || deprel === 'appos') {
    bag.add(74, s.lists[up]!, s.usual[up]!)
    bag.add(75, s.kind[up]!, s.relation[up]!)
    for (const k of s.kids[up]!)
      if (s.tokens[k]!.deprel === 'case') bag.add(76, s.lower[k]!, at(s.lower, s.tokens[up]!.head))
  }
}

/** The case word of a name, up to three words before it; -1 for none. */
function caseOf(tokens: readonly Token[], first: number, head: number): number {
  for (let i = Math.max(0, first - 3); i < first; i++)
    if (tokens[i]!.head === head && tokens[i]!.deprel === 'case') return i
  return -1
}

const topsIn = (s: Seen, first: number, last: number): number => {
  let n = 0
  for (let i = first; i <= last; i++) {
    const { head } = s.tokens[i]!
    if ((head < first || head > last) && s.tokens[i]!.upos !== 'PUNCT') n++
  }
  return Math.min(n, 3)
}

/** What lies inside. */
function inner(s: Seen, { first, last, head }: Candidate, bag: Bag): void {
  let lists = 0
  for (let i = first; i <= last; i++) {
    const side = i < head ? 1 : i === head ? 2 : 3
    if (last - first < 12) {
      bag.name(30, s.lower[i]!)
      bag.name(31, s.lower[i]!, side)
      bag.add(32, s.tag[i]!, side)
      bag.name(33, s.kind[i]!)
      bag.add(34, s.relation[i]!, side)
      bag.name(35, s.usual[i]!, side)
    }
    bag.name(36, s.lists[i]!)
    if (s.recalled) {
      bag.add(43, s.recalled.head[i]!, side)
      bag.add(44, s.recalled.part[i]!, side)
    }
    if (s.tokens[i]!.upos === 'PROPN') {
      lists |= s.lists[i]!
    }
    if (i > first) bag.name(38, s.lower[i - 1]!, s.lower[i]!)
    if (i > first) bag.add(39, s.tag[i - 1]!, s.tag[i]!)
    if (i > first) bag.name(40, s.lists[i - 1]!, s.lists[i]!)
    if (i > first) bag.add(41, s.shape[i - 1]!, s.shape[i]!)
  }
  bag.name(42, lists)
}

/** The candidate as one. */
function whole(s: Seen, { first, last, head }: Candidate, bag: Bag): void {
  const length = last - first + 1
  let name = 7
  let tags = 7
  let shapes = 7
  for (let i = first; i <= last && i < first + 6; i++) {
    name = mix(name, s.lower[i]!)
    tags = mix(tags, s.tag[i]!)
    shapes = mix(shapes, s.shape[i]!)
  }
  bag.add(50, Math.min(length, 10))
  bag.name(51, name)
  bag.name(61, s.facts.lists(nameHash(s, first, last)), s.tokens[first]!.upos === 'DET' ? 1 : 0)
  bag.add(52, tags, at(s.tag, last + 1))
  bag.add(53, shapes)
  bag.add(54, at(s.lower, first), length)
  bag.add(55, at(s.tag, first), at(s.tag, head), at(s.tag, last))
  bag.add(56, head - first, last - head)
  bag.name(57, at(s.lower, first - 1), at(s.kind, last))
  bag.name(58, at(s.lists, head), at(s.lower, first - 1))
  bag.name(59, at(s.lists, first), at(s.lists, last))
  bag.add(60, first === 0 ? 1 : 0, last === s.tokens.length - 1 ? 1 : 0, length > 3 ? 4 : length)
}

/** Hash of a name without its article and clitic, as lists of names write it. */
function nameHash({ tokens }: Seen, first: number, last: number): number {
  const from = first < last && tokens[first]!.upos === 'DET' ? first + 1 : first
  const to = last > from && tokens[last]!.xpos === 'POS' ? last - 1 : last
  if (to - from > 5) return 0
  let name = ''
  for (let i = from; i <= to; i++) name += i > from ? ` ${tokens[i]!.form}` : tokens[i]!.form
  return hashText(name.toLowerCase())
}
