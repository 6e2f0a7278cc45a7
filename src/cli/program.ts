import { writeSync } from 'node:fs'
import { Command, CommanderError } from 'commander'
import { ChanceryError } from '../model/error.ts'
import { COMMANDS } from './commands.ts'
import { explain } from './failure.ts'
import { description, version } from './package.ts'

/** Runs one command line and returns its exit code; whatever goes wrong is one line on stderr. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on('error', leave)
  // Where nobody hears a complaint, its exit code still tells.
  process.stderr.on('error', () => {})
  try {
    const program = await build(argv)
    if (argv.length === 0) throw new ChanceryError('incorrect', '', 'no command: see chancery --help')
    await program.parseAsync(argv, { from: 'user' })
    return Number(process.exitCode ?? 0)
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    const { line, exitCode } = explain(error)
    process.stderr.write(`${line}\n`)
    return exitCode
  }
}

/** The reader of a pipe may leave when it has enough (`chancery … | head`): no failure. Else the results are not all out. */
function leave(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  const { line, exitCode } = explain(
    new ChanceryError('fault', 'standard output', `the results cannot be written, ${error.code}: write them elsewhere`),
  )
  writeSync(2, `${line}\n`)
  process.exit(exitCode)
}

/** The program with every command's summary, and the one asked for in full. */
async function build(argv: readonly string[]): Promise<Command> {
  const program = new Command('chancery')
    .description(description)
    .version(version)
    .helpCommand('help [command]', 'show help for a command')
    // Commander throws what it would print about a wrong use; `main` says it in one line.
    .exitOverride()
    .configureOutput({ outputError: () => {}, writeErr: () => {} })
  const asked = argv.find((word) => Object.hasOwn(COMMANDS, word))
  for (const [name, { summary, load }] of Object.entries(COMMANDS)) {
    const command = program.command(name).summary(summary).description(summary)
    if (name === asked) (await load()).define(command)
  }
  return program
}
