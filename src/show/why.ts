interface Phrase {
  tokens: readonly number[]
}
interface Clause {
  form: string
  lemma: string
  voice: string
  subjects: readonly Phrase[]
  objects: readonly Phrase[]
  recipients: readonly Phrase[]
  possessors: readonly Phrase[]
  obliques: readonly { prep: string; np: Phrase }[]
  negated: boolean
  tense: string
  modals: readonly string[]
  under: readonly string[]
}
interface Token {
  i: number
  form: string
  lemma: string
  upos: string
  head: number
  deprel: string
}

/** How sentences were read, as a reader tells it. */
export interface Derivation {
  sentences: readonly {
    tokens: readonly Token[]
    names: readonly { text: string; as: string; label: string }[]
    times: readonly { text: string; when?: string }[]
    clauses: readonly Clause[]
    tried: readonly { rule: string; kind: string; predicate: string; lacks?: string }[]
  }[]
  claims: readonly { kind: string; is: string; quote: string; rules: readonly string[] }[]
}

/** Tokens and tree, names, times, clauses, the frames tried with what each lacked, and the claims that came of it. */
export function whyText(derivation: Derivation, strong: (text: string) => string): string {
  const out = derivation.sentences.flatMap((s) => [
    strong('Tokens and tree'),
    ...s.tokens.map(
      (t) => `  ${[t.i, t.form, t.lemma, t.upos, t.deprel, t.head < 0 ? '–' : s.tokens[t.head]?.form].join('\t')}`,
    ),
    strong('Names'),
    ...s.names.map((n) => `  “${n.text}” → ${n.as} ${n.label}`),
    ...s.times.map((t) => `  “${t.text}” → time ${t.when ?? 'open'}`),
    strong('Clauses'),
    ...s.clauses.map((c) => `  ${sayClause(c, s.tokens)}`),
    strong('Frames'),
    ...s.tried.map(
      (t) =>
        `  ${t.lacks === undefined ? '✓' : '✗'} ${t.rule} on “${t.predicate}”${t.lacks === undefined ? '' : `: lacks ${t.lacks}`}`,
    ),
    '',
  ])
  const claims = derivation.claims.map(
    (c) => `  ${c.kind}${c.is === 'so' ? '' : ` ${c.is}`}: “${c.quote}” (${c.rules.join(' › ')})`,
  )
  return [...out, strong('Claims'), ...(claims.length ? claims : ['  none']), ''].join('\n')
}

function sayClause(c: Clause, tokens: readonly Token[]): string {
  const words = (p: Phrase) => p.tokens.map((i) => tokens[i]?.form).join(' ')
  const slots = [
    ...c.subjects.map((p) => `subject: ${words(p)}`),
    ...c.objects.map((p) => `object: ${words(p)}`),
    ...c.recipients.map((p) => `recipient: ${words(p)}`),
    ...c.possessors.map((p) => `possessor: ${words(p)}`),
    ...c.obliques.map((o) => `${o.prep || 'when'}: ${words(o.np)}`),
  ]
  const marks = [
    c.voice === 'passive' && 'passive',
    c.negated && 'negated',
    c.tense !== 'none' && c.tense,
    ...c.modals,
    ...c.under.map((u) => `under ${u}`),
  ]
  return `${c.lemma} (${[c.form, ...marks.filter(Boolean)].join(', ')})${slots.length ? ` ${slots.join('; ')}` : ''}`
}
