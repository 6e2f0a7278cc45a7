import type { Command } from 'commander'

/** A command's own file: its arguments, options and action, loaded only when the command is asked for. */
export interface CommandFile {
  define(command: Command): void
}

export interface Entry {
  summary: string
  load(): Promise<CommandFile>
}

/** Every command by its name, in the order of `--help`. */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  check: {
    summary: 'check the claims of an article, or one sentence, with evidence',
    load: () => import('./commands/check.ts'),
  },
  read: {
    summary: 'read articles into dated, attributed claims with exact spans',
    load: () => import('./commands/read.ts'),
  },
  ask: {
    summary: 'ask the ledger a question in English',
    load: () => import('./commands/ask.ts'),
  },
  file: {
    summary: "put an article's claims into the ledger as reports",
    load: () => import('./commands/file.ts'),
  },
  accept: {
    summary: 'accept a reported fact as evidence',
    load: async () => (await import('./commands/decide.ts')).decision('accept'),
  },
  reject: {
    summary: 'reject a fact: it is hidden, and kept',
    load: async () => (await import('./commands/decide.ts')).decision('reject'),
  },
  add: {
    summary: 'add one fact with its source, or what an authority says is whole',
    load: () => import('./commands/add.ts'),
  },
  import: {
    summary: "file a table of one's own: visits, or facts of another kind, as CSV",
    load: () => import('./commands/import.ts'),
  },
  redact: {
    summary: 'take a fact, an article with all that it tells, or a person out of the ledger for good',
    load: () => import('./commands/redact.ts'),
  },
  person: {
    summary: 'say all that is on record of a person, with where it stands',
    load: () => import('./commands/person.ts'),
  },
  pull: {
    summary: 'list the open data sets, and bring them into the ledger',
    load: () => import('./commands/pull.ts'),
  },
  reconcile: {
    summary: 'list tellings that may be one event, and lists that lack what another source tells',
    load: () => import('./commands/reconcile.ts'),
  },
  same: {
    summary: 'say that two facts tell one event',
    load: async () => (await import('./commands/same.ts')).sameness('same'),
  },
  'not-same': {
    summary: 'say that two facts tell two events',
    load: async () => (await import('./commands/same.ts')).sameness('not-same'),
  },
  ledger: {
    summary: 'say what the ledger holds, by kind, source and coverage',
    load: () => import('./commands/ledger.ts'),
  },
  verify: {
    summary: 'compare all that the ledger holds with the hashes under which it was written',
    load: () => import('./commands/verify.ts'),
  },
  serve: {
    summary: 'open the desk in the browser: read, review and ask, on this machine alone',
    load: () => import('./commands/serve.ts'),
  },
  token: {
    summary: 'make, list and revoke tokens, by which others use the server of a ledger',
    load: () => import('./commands/token.ts'),
  },
  copy: {
    summary: 'copy a ledger whole, from a file to a server or back, and compare the two',
    load: () => import('./commands/copy.ts'),
  },
  dossier: {
    summary: 'show what the ledger holds of a pair of states',
    load: () => import('./commands/dossier.ts'),
  },
  agreement: {
    summary: 'show how two states voted in the General Assembly: alike, apart, by year, and with others',
    load: () => import('./commands/agreement.ts'),
  },
  roll: {
    summary: 'show a roll call by its number, words or day: who chose what, also joined with ties or a group',
    load: () => import('./commands/roll.ts'),
  },
  superlatives: {
    summary: 'say what may safely be said of a visit between two states: the first, the first since, the N-th',
    load: () => import('./commands/superlatives.ts'),
  },
  briefing: {
    summary: 'draw up a briefing on two states before a visit, as DOCX, PDF or Markdown',
    load: () => import('./commands/briefing.ts'),
  },
  panel: {
    summary: 'write the panel of pairs of states by year, with its codebook, sums and citation',
    load: () => import('./commands/panel.ts'),
  },
  radar: {
    summary: "find the sentences of one's own archive that no longer hold, or never did",
    load: () => import('./commands/radar.ts'),
  },
  watch: {
    summary: 'watch questions and sentences: which answers changed since the last time, and why',
    load: () => import('./commands/watch.ts'),
  },
  work: {
    summary:
      'read articles as they come, by any number of workers: a folder, web archives, or a stream (NATS JetStream)',
    load: () => import('./commands/work.ts'),
  },
  anniversaries: {
    summary: 'list the round anniversaries ahead of a state or a pair, also as a calendar file',
    load: () => import('./commands/anniversaries.ts'),
  },
  mcp: {
    summary: 'serve an assistant over standard input and output (Model Context Protocol)',
    load: () => import('./commands/mcp.ts'),
  },
  why: {
    summary: 'show how a sentence is read: tree, names, clauses, frames tried',
    load: () => import('./commands/why.ts'),
  },
  resolve: {
    summary: 'say whom a name means on a day, with the codes of data sets',
    load: () => import('./commands/resolve.ts'),
  },
  parse: {
    summary: "print the grammar's tokens, tags and trees as CoNLL-U",
    load: () => import('./commands/parse.ts'),
  },
}
