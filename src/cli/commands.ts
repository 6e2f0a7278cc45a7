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
  resolve: {
    summary: 'say whom a name means on a day, with the codes of data sets',
    load: () => import('./commands/resolve.ts'),
  },
  parse: {
    summary: "print the grammar's tokens, tags and trees as CoNLL-U",
    load: () => import('./commands/parse.ts'),
  },
}
