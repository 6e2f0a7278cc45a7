import type { Token } from '../grammar/types.ts'
import { isField } from './en/portfolio.ts'
import { base, type Edits, kids, low, NOTHING, type Slip } from './slip.ts'

const HEADS = /^(?:minister|secretary|undersecretary|commissioner|coordinator|director|adviser|advisor)$/
const LINKS = /^(?:of|for|and|&|the|state)$/

/** "Minister of External Affairs *Subrahmanyam Jaishankar*": the name after an office is its holder's, wherever the tree hung it. */
export const heldByName: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const t of tokens) {
    const found = HEADS.test(low(t)) && /^\p{Lu}/u.test(t.form) ? nameAfter(tokens, t.i) : undefined
    if (found) for (const [i, edit] of held(tokens, t.i, found)) edits.set(i, edit)
  }
  return edits.size ? edits : NOTHING
}

interface Found {
  field: number
  name: number
  end: number
}

/** The last word of the office's field, and the name right after it. */
function nameAfter(tokens: readonly Token[], head: number): Found | undefined {
  if (!/^(?:of|for)$/.test(low(tokens[head + 1]))) return undefined
  let name = head + 2
  while (tokens[name] && (isField(low(tokens[name])) || LINKS.test(low(tokens[name])))) name++
  if (!isField(low(tokens[name - 1])) || tokens[name - 1]!.upos === 'ADP') return undefined
  let end = name
  while (tokens[end]?.upos === 'PROPN' && /^\p{Lu}|^(?:van|von|de|da|bin|al|el)$/u.test(tokens[end]!.form)) end++
  return end - name >= 2 ? { field: name - 1, name, end } : undefined
}

function held(tokens: readonly Token[], head: number, { field, name, end }: Found): Edits {
  const inside = (i: number) => i >= head && i < end
  const out = tokens.slice(head, end).find((t) => !inside(t.head))!
  const edits: Edits = new Map()
  if (out.i !== head) edits.set(head, { head: out.head, deprel: out.deprel })
  for (let i = head + 1; i < end; i++) {
    const t = tokens[i]!
    if (i === name) edits.set(i, { head, deprel: 'flat' })
    else if (i > name) edits.set(i, { head: name, deprel: 'flat' })
    else if (i === field) edits.set(i, { head, deprel: 'nmod' })
    else if (t.head >= name || (t.head === head && t.upos === 'ADP') || !inside(t.head)) edits.set(i, { head: field })
  }
  for (const t of tokens) if (!inside(t.i) && inside(t.head) && t.head !== head) edits.set(t.i, { head })
  return edits
}

/** "Prime Minister Sue Orr, *Foreign Minister Abe Poe* and others": a name with a title beside a name with a title is another person. */
export const titledNames: Slip = (tokens) => {
  const edits: Edits = new Map()
  for (const t of tokens) {
    const other = tokens[t.head]
    if (base(t) !== 'appos' || !other || other.i > t.i || !isTitled(tokens, t.i) || !isTitled(tokens, other.i)) continue
    edits.set(t.i, { deprel: 'conj' })
  }
  return edits.size ? edits : NOTHING
}

/** A name with a title hung on it, or a title with a name. */
const isTitled = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.upos === 'PROPN' &&
  kids(tokens, i).some(
    (k) =>
      (k.deprel === 'nmod:desc' && k.i < i && /^\p{Lu}/u.test(k.form)) ||
      (HEADS.test(low(tokens[i])) && k.deprel === 'flat' && k.i > i),
  )
