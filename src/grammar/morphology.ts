/** What morphology looks at: a tagged tree. */
export interface Tagged {
  forms: readonly string[]
  upos: readonly string[]
  xpos: readonly string[]
  head: ArrayLike<number>
  deprel: readonly string[]
}

/** What a verb's dependents tell of its form, gathered in one pass. */
interface Company {
  passive: Uint8Array
  auxiliary: Uint8Array
  marked: Uint8Array
  /** Index of the subject plus one. */
  subject: Int32Array
  joined: Uint8Array
}

function companyOf(s: Tagged): Company {
  const n = s.forms.length
  const c = {
    passive: new Uint8Array(n),
    auxiliary: new Uint8Array(n),
    marked: new Uint8Array(n),
    subject: new Int32Array(n),
    joined: new Uint8Array(n),
  }
  for (let i = 0; i < n; i++) {
    const h = s.head[i]!
    if (h < 0) continue
    const relation = s.deprel[i]!
    if (relation === 'aux:pass') c.passive[h] = 1
    else if (relation === 'aux') c.auxiliary[h] = 1
    else if (relation === 'mark' && s.xpos[i] === 'TO') c.marked[h] = 1
    else if (relation.startsWith('nsubj')) c.subject[h] = i + 1
    else if (relation === 'conj') c.joined[h] = 1
  }
  return c
}

/** The subject's person and number as its form shows them. */
function subjectSign(s: Tagged, c: Company, verb: number): string {
  const i = c.subject[verb]! - 1
  if (i < 0) return '-'
  if (c.joined[i] || s.xpos[i] === 'NNS' || s.xpos[i] === 'NNPS') return 'P'
  return s.xpos[i] === 'PRP' ? s.forms[i]!.toLowerCase() : 'S'
}

function signOf(s: Tagged, c: Company, i: number): string {
  const verb = s.upos[i] === 'AUX' && s.head[i]! >= 0 ? s.head[i]! : i
  const flags = `${c.passive[i] ? 'p' : ''}${c.auxiliary[i] ? 'a' : ''}${c.marked[i] ? 't' : ''}`
  return `${flags}${s.upos[i] === 'AUX' ? s.deprel[i] : ''} ${subjectSign(s, c, verb)}`
}

/** For each word the keys under which its features may be listed, most telling first. */
export function featKeys(s: Tagged): string[][] {
  const company = companyOf(s)
  return s.forms.map((_, i) => keysAt(s, company, i))
}

const isVerbal = (upos: string): boolean => upos === 'VERB' || upos === 'AUX'

function keysAt(s: Tagged, company: Company, i: number): string[] {
  const tag = `${s.upos[i]} ${s.xpos[i]}`
  const lower = s.forms[i]!.toLowerCase()
  if (!isVerbal(s.upos[i]!)) return [`${tag}|${lower}`, tag]
  const sign = signOf(s, company, i)
  return [`${tag}|${lower}|${sign}`, `${tag}||${sign}`, `${tag}|${lower}`, tag]
}

export type Feats = Readonly<Record<string, string>>
export type FeatTable = ReadonlyMap<string, Feats>

const NONE: Feats = Object.freeze({})

/** Features of a verb or auxiliary, whose company tells its form. */
function featsAt(s: Tagged, company: Company, i: number, table: FeatTable): Feats {
  for (const key of keysAt(s, company, i)) {
    const feats = table.get(key)
    if (feats) return feats
  }
  return NONE
}

/** Morphological features of every word, as Universal Dependencies writes them; `known` gives those of words other than verbs. */
export function featsOf(s: Tagged, table: FeatTable, known: (i: number) => Feats): Feats[] {
  const company = companyOf(s)
  return s.forms.map((_, i) => (isVerbal(s.upos[i]!) ? featsAt(s, company, i, table) : known(i)))
}

/** Features of a word that is no verb by its form and tag alone. */
export const featsOfForm = (form: string, upos: string, xpos: string, table: FeatTable): Feats =>
  table.get(`${upos} ${xpos}|${form.toLowerCase()}`) ?? table.get(`${upos} ${xpos}`) ?? NONE
