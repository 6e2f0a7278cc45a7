import { classOf, type EntityId } from '../model/ids.ts'
import { ownerOfTitle, type Title } from './en/titles.ts'
import { joined, type Scan } from './scan.ts'

/** The state or body of the hit at chunk `i`, and the index after the hit. */
function ownerAt(s: Scan, i: number): { id: EntityId; to: number } | undefined {
  const hit = s.hit[i]
  const id = hit?.candidates[0]?.id
  if (!hit || !id || !['state', 'body', 'seat'].includes(classOf(id) ?? '')) return undefined
  let to = i
  while (s.hit[to] === hit) to++
  return { id: id.replace(/^seat:/, 'state:'), to }
}

/** "of Ecuador", "to the United Nations" after a title or name. */
export function complement(
  s: Scan,
  i: number,
  preps: readonly string[],
): { id: EntityId; to: number; prep: string } | undefined {
  const prep = s.chunks[i]?.text.toLowerCase() ?? ''
  if (!preps.includes(prep) || !joined(s, i - 1)) return undefined
  const at = s.chunks[i + 1]?.text.toLowerCase() === 'the' ? i + 2 : i + 1
  const owner = ownerAt(s, at)
  return owner && { ...owner, prep }
}

/** The owner right before a title: "Ecuadorian President", "Ecuador's ambassador", "US Secretary of State". */
export function ownerBefore(s: Scan, i: number): { id: EntityId; from: number; to?: EntityId } | undefined {
  let at = i - 1
  while (
    at >= 0 &&
    i - at <= 3 &&
    !s.hit[at] &&
    s.chunks[at]!.after === '' &&
    PRENOMINAL.has(s.chunks[at]!.text.toLowerCase())
  )
    at--
  const id = s.hit[at]?.candidates[0]?.id
  if (!id || s.chunks[at]!.after !== '' || !['state', 'body', 'seat'].includes(classOf(id) ?? '')) return undefined
  const owner = id.replace(/^seat:/, 'state:')
  const post =
    /^(?:Embassy|Consulate|Mission|Legation)$/.test(s.chunks[at - 1]?.text ?? '') && s.chunks[at - 1]!.after === ''
  const sender = post ? s.hit[at - 2]?.candidates[0]?.id : undefined
  if (!post) return { id: owner, from: at }
  return sender?.startsWith('state:') ? { id: sender, to: owner, from: at - 2 } : undefined
}
const PRENOMINAL = new Set([
  'former',
  'sitting',
  'acting',
  'new',
  'then',
  'current',
  'first',
  'late',
  'interim',
  'outgoing',
  'deputy',
  'next',
  'incoming',
  'peace',
  'special',
  'top',
  'climate',
  'nuclear',
  'trade',
  'senior',
  'chief',
])

const HOLY_SEE = new WeakMap<Scan, boolean>()
function namesHolySee(s: Scan): boolean {
  const known = HOLY_SEE.get(s) ?? s.hit.some((h) => h?.candidates[0]?.id === 'state:VAT')
  HOLY_SEE.set(s, known)
  return known
}

/** "Secretary of state" without a state is the United States', where no other office of that name can be meant. */
export const ownerByTitle = (s: Scan, title: Title, to: number): EntityId | undefined => {
  const owner = ownerOfTitle(title.words)
  if (!owner || s.chunks[to]?.text.toLowerCase() === 'for') return undefined
  return namesHolySee(s) ? undefined : owner
}
