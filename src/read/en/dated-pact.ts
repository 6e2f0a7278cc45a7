import type { Draft } from '../draft.ts'
import { type Entity, entityOf } from '../entity.ts'
import { make } from './make.ts'
import { PACTS } from './nouns.ts'
import type { Scene } from './specials.ts'

const NOUNS = new Set(PACTS.split('|').filter((w) => !['truce', 'ceasefire', 'cease-fire', 'deal'].includes(w)))

/** "The Outer Space Treaty of 1967", "a 1994 agreement": when an agreement was made, whoever made it. */
export function datedPacts(scene: Scene): Draft[] {
  const told = scene.drafts.filter((d) => d.kind === 'agreement').map((d) => d.span)
  return scene.line.tokens.flatMap((t): Draft[] => {
    if (!NOUNS.has(t.lemma.toLowerCase()) || !['NOUN', 'PROPN'].includes(t.upos)) return []
    if (/^(?:National|Party|Constitutional|Republican|Democratic)$/i.test(scene.line.tokens[t.i - 1]?.form ?? ''))
      return []
    const year = yearOf(scene, t.i)
    return !year || told.some((s) => s.start <= t.start && t.end <= s.end) ? [] : [pactOf(scene, t.i, year)]
  })
}

interface Year {
  /** The token of the year, and the first that the agreement's name may begin with. */
  at: number
  from: number
  text: string
}

function pactOf(scene: Scene, k: number, year: Year): Draft {
  const { line, article } = scene
  let from = k
  while (from > year.from && isInside(scene, from - 1)) from--
  const start = line.tokens[from]!.start
  const end = line.tokens[k]!.end
  const span = { start: line.tokens[Math.min(from, year.at)]!.start, end: line.tokens[Math.max(k, year.at)]!.end }
  const topic: Entity = { type: 'group', label: article.text.slice(start, end), span }
  const between = line.mentions.filter((m) => m.type === 'state' && m.start >= start && m.end <= end).map(entityOf)
  const roles = { topic: [topic], ...(between.length && { between }) }
  const draft = make(scene, 'agreement/dated', 'agreement', k, span, roles, 'happened')
  return { ...draft, fixed: { step: 'signed' }, when: year.text, attribution: { voice: 'narrator' } }
}

/** The year of "Treaty of 1967" or "the 2006 Agreement". */
function yearOf(scene: Scene, k: number): Year | undefined {
  const { tokens } = scene.line
  const after = tokens[k + 1]?.form.toLowerCase() === 'of' ? tokens[k + 2] : undefined
  if (after && YEAR.test(after.form)) return { at: k + 2, text: after.form, from: Math.max(0, k - 6) }
  for (let i = k - 1; i >= Math.max(1, k - 7); i--) {
    const { form } = tokens[i]!
    if (YEAR.test(form))
      return ['DET', 'PRON'].includes(tokens[i - 1]!.upos) ? { at: i, text: form, from: i + 1 } : undefined
    if (!isInside(scene, i)) return undefined
  }
  return undefined
}
const isInside = ({ line }: Scene, k: number): boolean =>
  ['NOUN', 'PROPN', 'ADJ', 'PUNCT'].includes(line.tokens[k]!.upos) && !/^[,;:()]$/.test(line.tokens[k]!.form)
const YEAR = /^(?:1[5-9]|20)\d\d$/
