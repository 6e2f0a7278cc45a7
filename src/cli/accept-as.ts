import { createInterface } from 'node:readline'

import { resolve } from '../atlas/index.ts'
import { ChanceryError } from '../model/error.ts'
import type { Day } from '../model/when.ts'
import { batchesOf } from '../run/batches.ts'
import { articlesIn } from '../run/folder.ts'
import { holdersOf } from '../run/holders.ts'
import { reconcile } from '../run/reconcile.ts'
import { contentOf, fileReleases } from '../run/release-batch.ts'
import { type Covers, coverageOf } from '../run/release-coverage.ts'
import { type Review, sampleOf } from '../run/release-review.ts'
import { type Authority, authorityOf, type Candidate, type Releases, readReleases } from '../run/releases.ts'
import { type Label, labels } from '../show/en/label.ts'
import { sayFact } from '../show/en/say.ts'
import { point } from '../show/en/time.ts'
import { wrap } from '../show/wrap.ts'
import { doubtLines } from './changes.ts'
import { readText } from './input.ts'
import { withLedger } from './options.ts'
import { note, paint, print, width } from './output.ts'

export interface AcceptAs {
  acceptAs: string
  sample: number
  yes?: true
  covers?: string
  from?: Day
  to?: Day
  grade: 'complete' | 'complete-but'
  by: string
  ledger?: string
}

const NOTE_EVERY = 50

/** Files a folder of releases as evidence under the authority that gave them out, after a look at a sample. */
export async function acceptFolder(folder: string, options: AcceptAs): Promise<void> {
  const authority = authorityOf(options.acceptAs, folder)
  const covers = coversOf(options)
  const coverage = covers ? coverageOf(authority, covers) : []
  const files = await textsIn(folder)
  await withLedger(options.ledger, async (ledger) => {
    const holders = await holdersOf(ledger)
    const progress = (done: number) => {
      if (done % NOTE_EVERY === 0) note(`${done} of ${files.length} releases read`)
    }
    const read = await readReleases(authority, files, holders, progress)
    const batches = await batchesOf(ledger)
    sayIfNew(authority, batches, holders.labels)
    const known = batches.find(({ batch }) => batch === authority.batch)
    if (known?.note.content === contentOf(read, coverage))
      return print(`unchanged: ${known.note.accepted} claims were accepted before, ${known.note.review}\n`)
    const review = await reviewOf(read, options, labels(holders.labels))
    const meta = { recordedAt: new Date().toISOString(), by: options.by }
    const done = await fileReleases(ledger, read, review, coverage, meta)
    const { fresh, withdrawn, sources } = await reconcile(ledger, meta.recordedAt)
    await print([told(read, done, covers), ...doubtLines(fresh, withdrawn, sources), ''].join('\n'))
  })
}

/** A name that nobody bears yet may be a new authority, or a known one misspelt: the user is told which it is taken for. */
function sayIfNew(
  { name, id }: Authority,
  batches: readonly { note: { authority: string } }[],
  labels: ReadonlyMap<string, string>,
): void {
  const before = [...new Set(batches.map(({ note }) => note.authority))]
  if (labels.has(id) || before.includes(name) || resolve(name).length) return
  const others = before.length ? `; before it were ${before.join(', ')}` : ''
  note(`“${name}” is a new authority, ${id}${others}: take it back if that is a slip`)
}

function coversOf(options: AcceptAs): Covers | undefined {
  const { covers, from, to, grade } = options
  if (covers === undefined && !from && !to) return undefined
  if (covers === undefined || !from || !to)
    throw new ChanceryError('incorrect', '--covers', 'half a statement: give --covers KINDS, --from DAY and --to DAY')
  return {
    kinds: covers
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean),
    from,
    to,
    grade,
  }
}

async function textsIn(folder: string): Promise<{ path: string; text: string }[]> {
  const paths = articlesIn(folder)
  if (!paths.length)
    throw new ChanceryError('not-found', folder, `${folder} holds no release: put .txt or .md files there`)
  const out: { path: string; text: string }[] = []
  for (const path of paths) {
    try {
      out.push({ path, text: await readText(path) })
    } catch (error) {
      if (!(error instanceof ChanceryError) || error.code === 'fault') throw error
      note(`${path} was left out: ${error.message}`)
    }
  }
  return out
}

async function reviewOf(read: Releases, options: AcceptAs, label: Label): Promise<Review> {
  const sample = sampleOf(read.candidates, options.sample)
  const shown = (one: Candidate, i: number) => asked(one, `${i + 1}/${sample.length}`, label)
  if (options.yes) {
    for (const [i, one] of sample.entries()) await print(shown(one, i))
    return { seen: false, sampled: sample.length, confirmed: sample.length, rejected: [] }
  }
  const rejected: Candidate[] = []
  const answers = answersOf()
  for (const [i, one] of sample.entries()) {
    await print(shown(one, i))
    if (!(await isRight(answers))) rejected.push(one)
  }
  answers.close()
  return { seen: true, sampled: sample.length, confirmed: sample.length - rejected.length, rejected }
}

function asked({ fact, claim, doc, file }: Candidate, n: string, label: Label): string {
  const lines = [`“${claim.quote.replace(/\s+/g, ' ')}”`, `read as: ${sayFact(fact, label)}`]
  const head = `${paint('bold', n)}  ${file}${doc.date ? `, ${point(doc.date)}` : ', of no known day'}`
  return `${[head, ...lines.flatMap((line) => wrap(line, width() - 6).map((l) => `      ${l}`))].join('\n')}\n`
}

/** Lines from the keyboard or a pipe, one at a time. */
function answersOf() {
  const lines = createInterface({ input: process.stdin, terminal: false })
  const each = lines[Symbol.asyncIterator]()
  return { next: async () => (await each.next()).value as string | undefined, close: () => lines.close() }
}

async function isRight(answers: ReturnType<typeof answersOf>): Promise<boolean> {
  for (;;) {
    process.stderr.write('      right? y, n, or q to file nothing: ')
    const answer = (await answers.next())?.trim().toLowerCase()
    if (answer === 'y' || answer === 'yes') return true
    if (answer === 'n' || answer === 'no') return false
    if (answer === undefined || answer === 'q')
      throw new ChanceryError(
        'incorrect',
        '--sample',
        'the review was not finished, and nothing is filed: answer all, or give --yes',
      )
  }
}

function told(read: Releases, done: Awaited<ReturnType<typeof fileReleases>>, covers: Covers | undefined): string {
  const { note: batch, added, unchanged, retracted } = done
  const apart = read.apart.length + read.candidates.length - batch.accepted
  return [
    `${batch.releases} release${batch.releases === 1 ? '' : 's'} of the ${batch.authority.replace(/^the /i, '')}: ${batch.accepted} claims accepted, ${apart} left as reports (denied, not wholly read, or refused in the review)`,
    `${added} new in the ledger, ${unchanged} known already, ${retracted} withdrawn`,
    `review: ${batch.review}`,
    ...(read.undated.length
      ? [`no day is known of ${read.undated.length}: ${read.undated.slice(0, 3).join(', ')}`]
      : []),
    ...(covers?.grade === 'complete-but'
      ? [
          'what they cover is noted; their silence proves nothing, since reading may miss what they tell (--grade complete says otherwise)',
        ]
      : []),
    `to take it back: chancery ledger undo ${read.authority.batch}`,
  ].join('\n')
}
