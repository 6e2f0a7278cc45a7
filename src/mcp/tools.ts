import type { Ledger } from '../keep/port.ts'
import { ChanceryError } from '../model/error.ts'
import type { Day } from '../model/when.ts'
import { askLedger } from '../run/ask.ts'
import { checkerOf } from '../run/check.ts'
import { documentOf } from '../run/document.ts'
import { dossierOf } from '../run/dossier.ts'
import { fileDocument } from '../run/file.ts'
import { holdersOf } from '../run/holders.ts'
import { readDocument, toRow } from '../run/read.ts'
import { stateNamed } from '../run/state-named.ts'
import { answerText } from '../show/answer.ts'
import { dossierText } from '../show/dossier.ts'
import { labels } from '../show/en/label.ts'
import { showArticle, showAsked, showDossier } from '../show/json.ts'
import { report } from '../show/report.ts'

/** What a tool says: in words, and as data. */
export interface Said {
  words: string
  data: Record<string, unknown>
}

const WIDTH = 100
const plain = (_: string, text: string): string => text
const bare = (text: string): string => text

export async function readTool(ledger: Ledger, given: { text: string; date?: Day }): Promise<Said> {
  const doc = documentOf(given.text, given.date ? { date: given.date } : {})
  const { claims, unread } = readDocument(doc, await holdersOf(ledger))
  const rows = claims.map((claim) => toRow(claim))
  return { words: rows.map((row) => JSON.stringify(row)).join('\n') || 'No claim was found.', data: { rows, unread } }
}

export async function checkTool(
  ledger: Ledger,
  given: { text: string; date?: Day; as_of?: Day },
  today: Day,
): Promise<Said> {
  const doc = documentOf(given.text, given.date ? { date: given.date } : {})
  const checked = await (await checkerOf(ledger)).check(doc, { today, ...(given.as_of && { asOf: given.as_of }) })
  const label = labels(checked.labels)
  const { times, claims, unread, sources } = checked
  const about = { ...(doc.date && { date: doc.date }), asOf: times.asOf, width: WIDTH, remarks: true, paint: plain }
  return { words: report({ ...about, claims, unread, sources, label }), data: showArticle(checked, label) }
}

export async function askTool(ledger: Ledger, given: { question: string; as_of?: Day }, today: Day): Promise<Said> {
  const asked = await askLedger(ledger, given.question, { today, ...(given.as_of && { asOf: given.as_of }) })
  const label = labels(asked.labels)
  return { words: answerText(asked, label, WIDTH, bare), data: showAsked(asked, label) }
}

export async function dossierTool(ledger: Ledger, given: { a: string; b: string }): Promise<Said> {
  const [one, other] = [stateNamed(given.a), stateNamed(given.b)]
  if (one === other) throw new ChanceryError('incorrect', 'b', `${given.a} and ${given.b} are the same state: name two`)
  const label = labels(new Map((await ledger.allNames()).map((n) => [n.id, n.label])))
  const dossier = await dossierOf(ledger, one, other)
  return { words: dossierText(dossier, label, WIDTH, bare), data: showDossier(dossier, label) }
}

export async function fileTool(
  ledger: Ledger,
  given: { text: string; date?: Day; title?: string; outlet?: string },
  by = 'an assistant',
): Promise<Said> {
  const { text, ...about } = given
  const doc = documentOf(text, about)
  const { claims } = readDocument(doc, await holdersOf(ledger))
  const filed = await fileDocument(ledger, doc, claims, { recordedAt: new Date().toISOString(), by })
  const { added, unchanged, ids } = filed
  const words = `${added} reports filed, ${unchanged} were known. They decide nothing until a person accepts them.`
  return { words, data: { document: doc.id, added, unchanged, ids } }
}
