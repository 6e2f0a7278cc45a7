/**
 * `node scripts/score-mentions.ts SET… [--show]`: states, capitals and demonyms that reading finds in the texts of scored sets,
 * against their NAME.mentions.tsv (start, end, text, state). A mention is right where it touches a gold one of the same state.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleOf } from '../src/read/article.ts'
import { TOOLS } from '../src/read/index.ts'
import { NOBODY } from '../src/read/ports.ts'
import { docOf, type Scored, scoredSet } from './scoring/scored-set.ts'

interface Named {
  start: number
  end: number
  text: string
  state: string
}

const touches = (a: Named, b: Named): boolean => a.state === b.state && a.start < b.end && b.start < a.end

function goldOf(folder: string, name: string): Named[] {
  const file = join(folder, `${name}.mentions.tsv`)
  if (!existsSync(file)) return []
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean)
  return rows.map((row) => {
    const [start, end, text, state] = row.split('\t')
    return { start: Number(start), end: Number(end), text: text ?? '', state: (state ?? '').trim() }
  })
}

/** The states named by themselves, and those inside the names of bodies, offices and titled persons. */
function foundIn(scored: Scored): Named[] {
  const { mentions } = articleOf(docOf(scored), NOBODY, TOOLS)
  const named = mentions.all.flatMap((m) =>
    m.type === 'state' && m.form !== 'metonym' ? [namedAt(scored, m, m.id)] : [],
  )
  const wider = mentions.all.filter((m) => m.type !== 'state' && m.type !== 'name')
  const inside = TOOLS.findNames(scored.text, scored.date).flatMap((hit) => {
    const id = hit.candidates[0]?.id.replace(/^seat:/, 'state:') ?? ''
    const whole = wider.find((m) => m.start <= hit.start && hit.end <= m.end)
    const own = whole && (whole.type === 'body' || ('of' in whole && whole.of === id))
    return own && id.startsWith('state:') ? [namedAt(scored, hit, id)] : []
  })
  return [...named, ...inside.filter((n) => !named.some((m) => m.start < n.end && n.start < m.end))]
}

const namedAt = ({ text }: Scored, { start, end }: { start: number; end: number }, id: string): Named => ({
  ...{ start, end, text: text.slice(start, end), state: id.slice('state:'.length) },
})

const show = process.argv.includes('--show')
let [found, gold, right, met] = [0, 0, 0, 0]
for (const folder of process.argv.slice(2).filter((a) => !a.startsWith('--'))) {
  for (const scored of scoredSet(folder)) {
    const [wanted, got] = [goldOf(folder, scored.name), foundIn(scored)]
    found += got.length
    gold += wanted.length
    right += got.filter((g) => wanted.some((w) => touches(w, g))).length
    met += wanted.filter((w) => got.some((g) => touches(w, g))).length
    if (!show) continue
    for (const g of got)
      if (!wanted.some((w) => touches(w, g))) console.log(`EXTRA ${scored.name} ${g.start} ${g.text} ${g.state}`)
    for (const w of wanted)
      if (!got.some((g) => touches(w, g))) console.log(`MISSED ${scored.name} ${w.start} ${w.text} ${w.state}`)
  }
}
const pct = (a: number, b: number) => (b ? ((100 * a) / b).toFixed(1) : '–')
console.log(`mentions: ${gold} gold, ${found} found; P ${pct(right, found)} R ${pct(met, gold)}`)
