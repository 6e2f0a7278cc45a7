import type { Clause, Participant } from '../grammar/types.ts'
import { definitionOf, type Kind } from '../model/kinds/index.ts'
import { within } from '../model/span.ts'
import type { Line } from './article.ts'
import { distinct } from './entity.ts'
import { namesAfter, subjectsLeft } from './linear.ts'
import { quantityOf } from './quantifier.ts'
import { phraseText } from './resolve.ts'
import { accepts, asRole } from './roles.ts'
import { type Filled, fill, type Site } from './slots.ts'

/** Fills a role from its slots: all of them for a list, else the first that holds something fitting. */
export function fillRole(site: Site, kind: Kind, role: string, slots: string, all = false): Filled[] {
  const list = all || definitionOf(kind).roles[role]?.list
  const out: Filled[] = []
  for (const slot of slots.split(/\s+/)) {
    if (slot === 'possessor' && role === 'visitor' && ownedByNobodyKnown(site)) return []
    const tree = role === 'what' ? worded(site, fill(site, slot)) : fitting(kind, role, fill(site, slot))
    const all = tree.length
      ? longer(kind, role, site, slot, tree)
      : oneRelative(fitting(kind, role, byOrder(site, slot)))
    const found = all.filter((f) => !isTime(site.line, f) && !isScore(site.line, f))
    out.push(...found)
    if (found.length && !list) break
  }
  return out
}

/** "*My* first visit as secretary": whose it is, is said, though not who that is. */
const ownedByNobodyKnown = ({ line, clause, refs }: Site): boolean =>
  clause.form === 'noun' &&
  clause.possessors.some((np) => line.tokens[np.head]!.upos === 'PRON' && refs.resolve(line, np).length === 0)

/** "Between 1 *January 1950* and 3 March 1951": a time is nobody's name. */
const isTime = (line: Line, { entities }: Filled): boolean =>
  entities.every((e) => ['name', 'group', 'body'].includes(e.type) && line.times.some((t) => within(e.span, t)))

/** "Voted *13-2* to …": a score is nobody's number. */
const isScore = (line: Line, { np }: Filled): boolean => {
  const [a, b, c] = np ? [0, 1, 2].map((k) => line.tokens[np.head + k]) : []
  return a?.upos === 'NUM' && /^[-–]$/.test(b?.form ?? '') && c?.upos === 'NUM'
}

/** "Its *trade embargo*", "the *assets* of Belarus": what a measure is, in the text's words, not whose. */
const worded = (site: Site, found: readonly Filled[]): Filled[] =>
  found.map((f) => {
    const owned = f.np && f.entities.some((e) => e.type !== 'group')
    if (!f.np || !owned) return f
    return { ...f, entities: [{ type: 'group', label: phraseText(site.article, site.line, f.np), span: f.np.span }] }
  })

/** "The exception of Chad which …": the whole phrase where it fits, else the name beside the pronoun. */
const oneRelative = (found: Filled[]): Filled[] => (found[0]?.np?.shared === 'relative' ? found.slice(0, 1) : found)

/** A tree may catch only the last of several coordinated subjects. */
function longer(kind: Kind, role: string, site: Site, slot: string, tree: Filled[]): Filled[] {
  if (['object', 'possessor', 'modifier'].includes(slot) || slot.includes('.') || tree.some((f) => f.np?.shared))
    return tree
  if (slot === 'subject' && site.clause.form !== 'verb') return tree
  const order = fitting(kind, role, byOrder(site, slot))
  const ids = new Set(order.flatMap((f) => f.entities.map((e) => e.id ?? e.label)))
  return order.length > tree.length && tree.every((f) => f.entities.every((e) => ids.has(e.id ?? e.label)))
    ? order
    : tree
}

const fitting = (kind: Kind, role: string, found: readonly Filled[]): Filled[] =>
  found
    .map((f) => ({
      ...f,
      entities: distinct(f.entities.map((e) => asRole(kind, role, e)).filter((e) => accepts(kind, role, e, f))),
    }))
    .filter((f) => f.entities.length > 0)

/** What stands where a slot's phrase would stand, for a tree that put it elsewhere. */
function byOrder(site: Site, slot: string): Filled[] {
  const { line, clause, article, refs } = site
  return orderedPhrases(line, clause, slot).map((np) => ({
    slot,
    np,
    entities: refs.resolve(line, np),
    quantity: quantityOf(article.text, line, np),
  }))
}

function orderedPhrases(line: Line, c: Clause, slot: string): Participant[] {
  if (slot.includes('.') || ['possessor', 'modifier', 'recipient', 'predicative'].includes(slot)) return []
  const finite = c.form !== 'noun' && (c.tense !== 'none' || c.modals.length > 0)
  const passive = c.voice === 'passive'
  if (slot === 'subject' || slot === 'object') {
    if (c.form === 'noun') return []
    const left = (slot === 'subject') !== passive
    if (left) return finite ? subjectsLeft(line, c.predicate) : []
    return namesAfter(line, c.predicate, passive ? 'by' : undefined).filter((np) => !owns(line, np))
  }
  return namesAfter(line, c.predicate, slot, c.form === 'noun')
}

/** "Welcomed *Ana Ruiz’s* commitment": whose it is, is not what is welcomed. */
const owns = (line: Line, np: Participant): boolean =>
  /^['’]s?$/.test(line.tokens[(np.tokens.at(-1) ?? np.head) + 1]?.form ?? '') ||
  /^['’]s?$/.test(line.tokens[np.tokens.at(-1) ?? np.head]?.form ?? '')
