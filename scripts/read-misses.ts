/**
 * `node scripts/read-misses.ts [SET] [--list CAUSE]`: the gold rows that reading misses or gets wrong, by cause:
 * tag (a word that calls for a frame has another part of speech), clause (no clause is made of it), frame (no frame of that
 * kind for any word, or none whose words stand there), tree (a role's words stand in the sentence and are not reached), name (a role's value is
 * no name found), reference (it stands in another sentence), settled (read, and dropped later); of rows found in part: roles, set (is, count), time, modality, speaker.
 */
import { type Article, articleOf, type Line } from '../src/read/article.ts'
import { RULES } from '../src/read/en/index.ts'
import { TOOLS } from '../src/read/index.ts'
import { namesOf } from '../src/read/match.ts'
import { NOBODY } from '../src/read/ports.ts'
import { referencesOf } from '../src/read/reference.ts'
import { framesOn } from '../src/read/sentence.ts'
import { docOf, type Row, rowsOf, type Scored, scoredSet, setFolder } from './scoring/scored-set.ts'

const args = process.argv.slice(2)
const listed = args.includes('--list') ? args[args.indexOf('--list') + 1] : undefined
const folder = setFolder(args[0]?.startsWith('--') ? undefined : args[0])

const plain = (v: unknown): string => JSON.stringify(v ?? null)
const near = (a: Row, b: Row): boolean => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return shared >= 0.5 * Math.min(a.end - a.start, b.end - b.start)
}
const list = (v: string | string[] | undefined): string[] => (v === undefined ? [] : Array.isArray(v) ? v : [v])
const NOT_KEY = new Set(['topic', 'about', 'place', 'what', 'title', 'from', 'type'])
const values = (row: Row): string[] =>
  Object.entries(row.roles)
    .filter(([role]) => !NOT_KEY.has(role))
    .flatMap(([, v]) => list(v))
    .sort()

/** Of several rows that lie there, the one that agrees in most values. */
function closest(gold: Row, rows: readonly Row[]): Row | undefined {
  const hits = (row: Row) => values(row).filter((v) => values(gold).includes(v)).length + (row.is === gold.is ? 0.5 : 0)
  return rows.filter((r) => r.kind === gold.kind && near(gold, r)).sort((a, b) => hits(b) - hits(a))[0]
}

/** What a found row has otherwise than the gold one, the weightiest first. */
function partOf(gold: Row, row: Row): string | undefined {
  if ((gold.is ?? 'so') !== (row.is ?? 'so') || plain(gold.count) !== plain(row.count)) return 'set'
  if (plain(values(gold)) !== plain(values(row))) return 'roles'
  if ((gold.when ?? '') !== (row.when ?? '')) return 'time'
  if (gold.modality !== row.modality) return 'modality'
  return gold.voice !== row.voice || (gold.speaker ?? '') !== (row.speaker ?? '') ? 'speaker' : undefined
}

const inside = (line: Line, row: Row, k: number): boolean =>
  line.tokens[k]!.start >= row.start - 3 && line.tokens[k]!.end <= row.end + 3
const STEPS = new Set(['step', 'choice', 'stance'])

/** Why a row was not read at all. */
function missOf(article: Article, gold: Row): string {
  if (gold.kind === 'remark' || gold.kind === 'community') return 'frame'
  const refs = referencesOf(article)
  const lines = article.lines.filter((l) => l.sentence.start < gold.end && l.sentence.end > gold.start)
  for (const line of lines) {
    const { matches, lacks } = framesOn(article, refs, line)
    if (matches.some((m) => m.kind === gold.kind && inside(line, gold, m.site.clause.predicate))) return 'settled'
    const lack = lacks.filter((l) => l.kind === gold.kind && inside(line, gold, l.clause.predicate))
    const role = lack.find((l) => l.lacks in gold.roles)
    if (role) return roleCause(article, line, list(gold.roles[role.lacks]))
    if (lack.length) return 'frame'
  }
  return lines.map((line) => wordCause(line, gold)).find((cause) => cause !== 'frame') ?? 'frame'
}

function roleCause(article: Article, line: Line, wanted: readonly string[]): string {
  const labels = (l: Line) =>
    l.mentions.map((m) => (m.type === 'person' ? m.person.label : m.type === 'office' ? m.title.words : m.label))
  if (wanted.every((w) => labels(line).includes(w))) return 'tree'
  return article.lines.some((l) => wanted.every((w) => labels(l).includes(w))) ? 'reference' : 'name'
}

/** Whether a word that calls for the kind stands there, under another part of speech or without a clause. */
function wordCause(line: Line, gold: Row): string {
  for (const t of line.tokens) {
    if (!inside(line, gold, t.i)) continue
    const forms = ['verb', 'noun'].filter((form) =>
      namesOf(t).some((w) => RULES.get(`${form} ${w}`)?.some((r) => r.kind === gold.kind)),
    )
    if (!forms.length) continue
    const tagged = t.upos === 'VERB' ? 'verb' : t.upos === 'NOUN' || t.upos === 'PROPN' ? 'noun' : undefined
    if (!tagged || !forms.includes(tagged)) return 'tag'
    if (!line.clauses.some((c) => c.predicate === t.i)) return 'clause'
  }
  return 'frame'
}

const causes = new Map<string, Map<string, string[]>>()
function note(kind: string, cause: string, line: string): void {
  const kinds = causes.get(cause) ?? new Map<string, string[]>()
  causes.set(cause, kinds.set(kind, [...(kinds.get(kind) ?? []), line]))
}

function causesOf(scored: Scored): void {
  const rows = rowsOf(scored)
  const article = articleOf(docOf(scored), NOBODY, TOOLS)
  for (const gold of scored.gold) {
    const row = closest(gold, rows)
    const shared = row && values(row).some((v) => values(gold).includes(v) && !STEPS.has(v))
    const cause = row && shared ? partOf(gold, row) : missOf(article, gold)
    if (!cause) continue
    const got =
      row && shared ? ` | read: ${plain(row.roles)} ${row.is ?? ''} ${row.when ?? ''} ${row.modality ?? ''}` : ''
    note(
      gold.kind,
      cause,
      `${scored.name}: ${plain(gold.roles)} ${gold.is ?? ''} ${gold.when ?? ''} “${gold.quote.slice(0, 140)}”${got}`,
    )
  }
}

for (const scored of scoredSet(folder)) causesOf(scored)
const total = (kinds: Map<string, string[]>) => [...kinds.values()].reduce((n, l) => n + l.length, 0)
for (const [cause, kinds] of [...causes].sort((a, b) => total(b[1]) - total(a[1]))) {
  const each = [...kinds].sort((a, b) => b[1].length - a[1].length).map(([kind, l]) => `${kind} ${l.length}`)
  console.log(`${cause.padEnd(10)} ${String(total(kinds)).padStart(4)}  ${each.join(', ')}`)
  if (listed === cause || listed === 'all') for (const l of [...kinds.values()].flat()) console.log(`    ${l}`)
}
