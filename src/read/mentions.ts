import type { NameHit } from '../atlas/types.ts'
import { scanBodies } from './bodies.ts'
import type { Mention } from './mention.ts'
import type { Persons } from './persons.ts'
import { scanTitles, startScan } from './scan.ts'
import { type Recognised, scanNames, scanSurnames } from './scan-names.ts'

const NOBODYS: Recognised = { known: () => false, tagged: () => false }

export interface Mentions {
  /** In text order. */
  all: readonly Mention[]
  persons: Persons
}

/** Every name in the text and what it stands for; `hits` are the atlas's, `who` tells names of persons. */
export function mentionsIn(text: string, hits: readonly NameHit[], who: Recognised = NOBODYS): Mentions {
  const scan = startScan(text, hits)
  scanTitles(scan)
  scanNames(scan, who)
  scanSurnames(scan)
  scanBodies(scan)
  const sorted = scan.mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const all = placed(text, joinTitles(text, sorted))
  entitle(text, all)
  return { all, persons: scan.persons }
}

/** "Assistant Secretary for the Bureau of European Affairs Dr. Anna Tamm": one mention, whatever stands between. */
function joinTitles(text: string, mentions: readonly Mention[]): Mention[] {
  const out: Mention[] = []
  for (let i = 0; i < mentions.length; i++) {
    const m = mentions[i]!
    const k =
      m.type === 'office' && !m.plural && (m.title.sort !== 'head' || m.of === undefined)
        ? nextPerson(text, mentions, i)
        : undefined
    const person = k === undefined ? undefined : mentions[k]!
    if (m.type !== 'office' || person?.type !== 'person') {
      out.push(m)
      continue
    }
    person.person.title ??= m.title
    const of = m.of ?? person.of
    if (of && !person.person.of) person.person.of = of
    out.push({ ...person, start: m.start, title: m.title, ...(of && { of }) })
    i = k!
  }
  return out
}

/** The name that ends a long title: nothing but the names and small words of an office between. */
function nextPerson(text: string, mentions: readonly Mention[], i: number): number | undefined {
  for (let k = i + 1; k < Math.min(mentions.length, i + 6); k++) {
    const m = mentions[k]!
    if (m.type !== 'person') continue
    const between = text.slice(mentions[i]!.end, m.start)
    // "As ambassador to Oman *to President Lee*": somebody else.
    if (/(?:^|\s)(?:to|at|with|by)\s$/.test(between)) return undefined
    return /^(?: (?:of|for|to|at|the|and|on|\p{Lu}[\p{L}-]*|\(\p{Lu}{2,8}\))){0,14} $/u.test(between) ? k : undefined
  }
  return undefined
}

/** "Bruno Parrilla, the foreign minister of Cuba": an office in apposition is the person's. */
function entitle(text: string, mentions: readonly Mention[]): void {
  mentions.forEach((m, i) => {
    // An office's mention holds the state that it is of.
    const next = mentions.slice(i + 1, i + 5).find((x) => x.start >= m.end)
    if (
      m.type === 'office' &&
      !m.plural &&
      next?.type === 'person' &&
      /^, {1,3}$/.test(text.slice(m.end, next.start)) &&
      !next.title
    )
      name(m, next)
    const owned = next?.type === 'state' ? ownedBy(text, mentions, next) : undefined
    const office = owned ?? next
    if (m.type !== 'person' || !next || office?.type !== 'office' || office.plural || office.former) return
    if (
      !/^,? (?:(?:the|an?|its|who is) )?(?:\p{Lu}[\p{L}.]+ )?$/u.test(text.slice(m.end, next.start)) ||
      text[m.end] !== ','
    )
      return
    if (office.title.sort === 'envoy' && !m.title) {
      m.title = office.title
      if (office.of) m.of = office.of
      if (office.to) m.to = office.to
    }
    // "Secretary Ana Ruiz … Ana Ruiz, Secretary of State": the fuller name of the same office tells whose it is.
    const fuller = m.person.title && office.title.words.startsWith(`${m.person.title.words} `)
    if (m.person.title && m.person.title.sort !== 'official' && !fuller) return
    m.person.title = office.title
    if (office.of && !m.person.of) m.person.of = office.of
  })
}

/** "Ana Ruiz, *Peru's* ambassador to Chile": the office right after the state that it is of. */
function ownedBy(text: string, mentions: readonly Mention[], state: Mention): Mention | undefined {
  const office = mentions.find((x) => x.start >= state.end)
  const beside = office?.type === 'office' && /^(?:['’]s?)? (?:\p{Ll}+ )?$/u.test(text.slice(state.end, office.start))
  return beside && state.type === 'state' && office.of === state.id ? office : undefined
}

/** "Our own Special Envoy, Tim Hayes": the name after an office is its holder's. */
function name(office: Mention & { type: 'office' }, m: Mention & { type: 'person' }): void {
  m.person.title ??= office.title
  if (office.of && !m.person.of) m.person.of = office.of
  if (office.title.sort !== 'envoy') return
  m.title = office.title
  if (office.of) m.of = office.of
  if (office.to) m.to = office.to
}

/** "Jeddah, Saudi Arabia": a name followed by its state. */
function placed(text: string, mentions: readonly Mention[]): Mention[] {
  const out = mentions.map((m, i): Mention => {
    const next = mentions.slice(i + 1, i + 3).find((n) => n.start >= m.end)
    const inState =
      m.type === 'name' &&
      next?.type === 'state' &&
      next.form === 'name' &&
      [', ', ', the '].includes(text.slice(m.end, next.start)) &&
      !/\bthe $/i.test(text.slice(0, m.start).slice(-5))
    return inState ? { ...m, of: next.id } : m
  })
  // "Istanbul and Ankara, Turkey": both are there.
  return out.map((m, i) => {
    const [next, after] = [out[i + 1], out[i + 2]]
    if (m.type !== 'name' || m.of || !next || text.slice(m.end, next.start) !== ' and ') return m
    const of = next.type === 'name' ? next.of : next.type === 'state' && next.form === 'capital' ? next.id : undefined
    const told = next.type === 'name' || (after?.type === 'state' && text.slice(next.end, after.start) === ', ')
    return of && told ? { ...m, of } : m
  })
}
