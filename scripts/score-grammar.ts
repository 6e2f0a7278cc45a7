/** `node scripts/score-grammar.ts [SET …]`: accuracy and speed of the grammar on the treebanks' test sets. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { addSentence, emptyScore, type GoldToken, rawF1 } from '../src/grammar/evaluate.ts'
import { analyse, analyseTokens } from '../src/grammar/index.ts'
import { goldText, readGold, treebankFolder } from '../src/grammar/train/corpus.ts'

const sets = process.argv.length > 2 ? process.argv.slice(2) : ['en_ewt-test', 'en_gum-test']
const percent = (part: number, whole: number) => ((100 * part) / whole).toFixed(2)

const loading = performance.now()
analyseTokens(['Load', 'it', '.'])
console.log(`load ${(performance.now() - loading).toFixed(0)} ms`)
for (const set of sets) {
  const file = join(treebankFolder(), `${set}.conllu`)
  if (!existsSync(file)) console.log(`${set}: skipped, ${file} is not there`)
  else scoreSet(set, file)
}

function scoreSet(set: string, file: string): void {
  const gold = readGold(file)
  const { text, sentences } = goldText(gold)
  const score = emptyScore()
  for (let round = 0; round < 2; round++) for (const s of gold) analyseTokens(s.forms)
  const started = performance.now()
  const own = gold.map((s) => analyseTokens(s.forms).tokens)
  const seconds = (performance.now() - started) / 1000
  sentences.forEach((s: GoldToken[], i) => {
    addSentence(score, s, own[i]!)
  })
  const las = (100 * score.arcs) / score.words
  const raw = rawF1(
    sentences,
    analyse(text).map((s) => s.tokens),
  )
  console.log(
    [
      set.padEnd(12),
      `LAS ${las.toFixed(2)}`,
      `UAS ${percent(score.heads, score.words)}`,
      `core ${percent(score.coreArcs, score.core)}`,
      `UPOS ${percent(score.upos, score.all)}`,
      `XPOS ${percent(score.xpos, score.all)}`,
      `lemma ${percent(score.lemmas, score.all)}`,
      `raw LAS F1 ${raw.toFixed(2)} (${(raw - las).toFixed(2)})`,
      `${Math.round(score.all / seconds)} tokens/s`,
    ].join('  '),
  )
}
