import type { LogEntry } from '../keep/log.ts'
import type { Changed } from '../run/changes.ts'
import type { Entity, EntityMore, Match } from '../run/entities.ts'
import type { Suggested } from '../run/found.ts'
import type { JointRoll } from '../run/pair.ts'
import type { FoundRoll } from '../run/roll.ts'
import type { showDossier } from '../show/json.ts'
import type { AskView } from '../show/views/ask.ts'
import type { Briefing } from '../show/views/briefing.ts'
import type { PairView } from '../show/views/pair.ts'
import type { ReadView } from '../show/views/read.ts'
import type { RollView } from '../show/views/roll.ts'
import type { SourcesView } from '../show/views/sources.ts'
import type { TableView } from '../show/views/table.ts'
import { Calls } from './calls.ts'
import { base64, type FileView } from './file.ts'
import type { CallOptions } from './send.ts'
import type * as T from './types.ts'

export type { ChanceryOptions } from './calls.ts'
export type { Progress } from './events.ts'
export type { FileView } from './file.ts'
export { type ProblemCode, ProblemError, type Told as Problem } from './problem.ts'
export type { CallOptions } from './send.ts'
export type * from './types.ts'

/**
 * A Chancery server, from Node or a browser. Every method throws `ProblemError` for a refusal, and the signal's reason where its
 * `signal` ends it. What is refused before anything is done (too many requests, busy) is sent again after the time that the server
 * asks for; where no answer came, only what does nothing more when it is done twice.
 */
export class Chancery extends Calls {
  /** An article's claims with exact spans: `text.slice(row.start, row.end) === row.quote`. Nothing is checked or kept. */
  read(article: T.ArticleInput, options?: CallOptions): Promise<T.ReadingView> {
    return this.post('/api/read', article, options)
  }

  /** Files an article and what it tells, as reports, which decide nothing until a person accepts them. Filed already: nothing is added. Needs `review`. */
  keep(article: T.ArticleInput & { by?: string }, options?: CallOptions): Promise<T.KeptView> {
    return this.post('/api/keep', article, options)
  }

  /** An article's claims with their verdicts, worst first. Nothing is kept of it. */
  check(article: T.ArticleInput, options?: CallOptions): Promise<ReadView> {
    return this.post('/api/check', article, options)
  }

  /** The article of a file (HTML, PDF, DOCX, Markdown, text) by its name and bytes, and what it says of itself; for `read` and its like. */
  open(name: string, bytes: Uint8Array, options?: CallOptions): Promise<T.ArticleInput> {
    return this.post('/api/open', { name, bytes: base64(bytes) }, options)
  }

  /** The review of an article as a text to keep: schema.org ClaimReview, or a report. What was rejected is not in it. */
  export(asked: T.ExportInput, options?: CallOptions): Promise<T.TextFileView> {
    return this.post('/api/export', asked, options)
  }

  /** The articles that come with Chancery, to try. */
  async examples(options?: CallOptions): Promise<T.ArticleInput[]> {
    return (await this.get<{ examples: T.ArticleInput[] }>('/api/examples', {}, options)).examples
  }

  /** How a question in English was read, and the answer of each reading. */
  ask(text: string, at: T.Moment & { asOf?: T.Day } = {}, options?: CallOptions): Promise<AskView> {
    return this.post('/api/ask', { text, ...at }, options)
  }

  /** The answer of a permalink, the `q` of its address, as it was. */
  answer(q: string, options?: CallOptions): Promise<AskView> {
    return this.get('/api/ask/link', { q }, options)
  }

  /** The answer of a question that is given as data, as the `link` of a reading carries it, changed perhaps. */
  answerData(link: T.LinkInput, options?: CallOptions): Promise<AskView> {
    return this.post('/api/ask/data', { link }, options)
  }

  /** Questions that what is loaded answers. */
  async questions(options?: CallOptions): Promise<string[]> {
    return (await this.get<{ examples: string[] }>('/api/ask/examples', {}, options)).examples
  }

  /** All that the ledger holds of two states, by name or code, each fact with its source, and what no source covers. */
  dossier(
    a: string,
    b: string,
    at: Pick<T.Moment, 'knownOn'> = {},
    options?: CallOptions,
  ): Promise<ReturnType<typeof showDossier>> {
    return this.get(`/api/dossier/${part(a)}/${part(b)}`, { ...at }, options)
  }

  /** A pair of states as its page shows it: along one line of years, and how they voted; `with` names a group to compare with. */
  pair(a: string, b: string, at: T.Moment & { with?: string } = {}, options?: CallOptions): Promise<PairView> {
    return this.get(`/api/pair/${part(a)}/${part(b)}`, { ...at }, options)
  }

  /** The roll calls of one year in which both states took part, the latest first. */
  jointRolls(
    a: string,
    b: string,
    year: number,
    at: Pick<T.Moment, 'knownOn'> = {},
    options?: CallOptions,
  ): Promise<(JointRoll & { label: string })[]> {
    return this.get(`/api/pair/${part(a)}/${part(b)}/rolls`, { year: String(year).padStart(4, '0'), ...at }, options)
  }

  /** Roll calls by number, words or day. */
  rolls(q: string, at: Pick<T.Moment, 'knownOn'> = {}, options?: CallOptions) {
    return this.get<{ rolls: FoundRoll[]; more: number }>('/api/rolls', { q, ...at }, options)
  }

  /** A roll call with everybody who had a vote; `with` joins it with a second set (`ties:ISR`, `regions`, a group, a roll call). */
  roll(
    id: string,
    at: T.Moment & { with?: string; seats?: 'now' | 'then'; on?: T.Day } = {},
    options?: CallOptions,
  ): Promise<RollView> {
    return this.get(`/api/roll/${part(id)}`, { ...at }, options)
  }

  /** What the ledger holds by source, the largest first, and what each covers. */
  sources(options?: CallOptions): Promise<SourcesView> {
    return this.get('/api/sources', {}, options)
  }

  /** Who asks: the name and scope of the token. */
  me(options?: CallOptions): Promise<T.MeView> {
    return this.get('/api/me', {}, options)
  }

  /** A fact with its source, its words and every decision on it. */
  fact(id: string, options?: CallOptions): Promise<T.FactView> {
    return this.get(`/api/fact/${part(id)}`, {}, options)
  }

  /** A filed article with its text, and every decision on its claims. */
  document(id: string, options?: CallOptions): Promise<T.DocumentView> {
    return this.get(`/api/document/${part(id)}`, {}, options)
  }

  /** The filed articles, the latest first, without their text. */
  documents(options?: CallOptions): AsyncGenerator<T.FiledDocument> {
    return this.list('/api/documents', 'documents', {}, options)
  }

  /** Everyone and everything that the ledger and the atlas know, in order of id. */
  entities(sought: T.EntityQuery = {}, options?: CallOptions): AsyncGenerator<Entity> {
    return this.list('/api/entities', 'entities', { ...sought }, options)
  }

  /** Whom a name may mean, the likeliest first. */
  async resolve(q: string, sought: T.EntityQuery & { limit?: number } = {}, options?: CallOptions): Promise<Match[]> {
    return (await this.get<{ entities: Match[] }>('/api/entities', { q, ...sought }, options)).entities
  }

  /** An entity with its names, and of a state its codes, its time and what it succeeded. */
  entity(id: string, options?: CallOptions): Promise<EntityMore> {
    return this.get(`/api/entity/${part(id)}`, {}, options)
  }

  /** Whom a name may mean in a role of a fact, the likeliest first. */
  async names(asked: T.NameQuery, options?: CallOptions): Promise<Suggested[]> {
    return (await this.get<{ names: Suggested[] }>('/api/names', { ...asked }, options)).names
  }

  /** What was done to the ledger and by whom, the latest first, each entry with its link in the chain. */
  decisions(options?: CallOptions): AsyncGenerator<LogEntry> {
    return this.list('/api/decisions', 'entries', {}, options)
  }

  /** Accepts a reported fact as evidence, or rejects a fact. Not sent again where no answer came. Needs `review`. */
  decide(decision: T.DecisionInput, options?: CallOptions): Promise<Pick<T.FactView, 'history'> & { id: string }> {
    return this.post('/api/decisions', decision, options, false)
  }

  /** The verdicts on filed articles that what was recorded after an instant changed. */
  async changes(since: string, options?: CallOptions): Promise<Changed[]> {
    return (await this.get<{ changes: Changed[] }>('/api/changes', { since }, options)).changes
  }

  /** A briefing on two states before a visit: sections, lines and footnotes. */
  briefing(asked: T.BriefingInput, options?: CallOptions): Promise<Briefing> {
    return this.post('/api/briefing', asked, options)
  }

  /** The same as a file, in a house's own Word template where one is given. */
  briefingFile({ template, ...asked }: T.BriefingFileInput, options?: CallOptions): Promise<FileView> {
    const body = { ...asked, ...(template && { template: base64(template) }) }
    return this.file({ method: 'POST', path: '/api/briefing/file', body, ...options })
  }

  /** The panel of pairs of states by year, with codebook, sums and citation: one ZIP archive. */
  panel(asked: T.PanelInput, options?: CallOptions): Promise<FileView> {
    return this.file({ method: 'GET', path: '/api/panel.zip', query: { ...asked }, ...options })
  }

  /** How a table of one's own would be read: its columns, its first facts, what is wrong with which line. Nothing is filed. Needs `admin`. */
  readTable(table: T.TableInput, options?: CallOptions): Promise<TableView> {
    return this.post('/api/table', table, options)
  }

  /** Files a table of one's own, in the place of what one of its authority and name filed before. Needs `admin`. */
  fileTable(table: T.TableInput, options?: CallOptions): Promise<T.FiledTable> {
    return this.post('/api/table', { ...table, file_it: true }, options)
  }

  /** Adds a fact with its source. One that is known already is not added twice. Needs `review`. */
  addFact(fact: T.FoundInput, options?: CallOptions): Promise<T.AddedFact> {
    return this.post('/api/found', fact, options)
  }

  /** Adds what an authority says is whole. What is known already is not added twice. Needs `review`. */
  addCoverage(whole: T.WholeInput, options?: CallOptions): Promise<T.AddedFact> {
    return this.post('/api/whole', whole, options)
  }

  /**
   * Accepts, mends or rejects a claim as read; the article as it stands then. A `conflict` tells in `problem.other` whose word came
   * first. Not sent again where no answer came: the word may have been taken. Needs `review`.
   */
  review(word: T.ReviewInput, options?: CallOptions): Promise<ReadView> {
    return this.post('/api/review', word, options, false)
  }

  /** Takes back the word that stands on a claim. Needs `review`. */
  undoReview(word: Pick<T.ReviewInput, 'article' | 'claim' | 'seen' | 'by'>, options?: CallOptions): Promise<ReadView> {
    return this.post('/api/review/undo', word, options, false)
  }

  /** Says whether two tellings are one event. Needs `review`. */
  same(word: T.SameInput, options?: CallOptions): Promise<{ view: ReadView; at: string }> {
    return this.post('/api/same', word, options, false)
  }

  /** Takes a word on two tellings back: they stand as before it was said. Needs `review`. */
  undoSame(word: T.UndoSameInput, options?: CallOptions): Promise<{ view: ReadView; at: string }> {
    return this.post('/api/same/undo', word, options, false)
  }

  /** What is watched, in order of its making, and what it came to last. */
  async watches(options?: CallOptions): Promise<T.WatchView[]> {
    return (await this.get<{ watches: T.WatchView[] }>('/api/watches', {}, options)).watches
  }

  /** Watches a question, or the verdict of a sentence; what is watched already is a `conflict`. Needs `review`. */
  watch(asked: { text: string; date?: T.Day; by?: string }, options?: CallOptions): Promise<T.WatchView> {
    return this.post('/api/watches', asked, options, false)
  }

  /** Asks everything that is watched again, and says what changed since the last time. Not sent again where no answer came. Needs `review`. */
  async runWatches(options?: CallOptions): Promise<T.WatchRunView[]> {
    return (await this.post<{ runs: T.WatchRunView[] }>('/api/watches/run', {}, options, false)).runs
  }

  /** Watches it no longer. Needs `review`. */
  async unwatch(id: string, options?: CallOptions): Promise<void> {
    await this.json({ method: 'DELETE', path: `/api/watches/${part(id)}`, again: false, ...options })
  }
}

const part = (text: string): string => encodeURIComponent(text)
