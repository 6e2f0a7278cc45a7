import { type Command, Option } from 'commander'
import { analyse, annotate, type ConlluSentence, readConllu, writeConllu } from '../../grammar/index.ts'
import { toConllu } from '../conllu.ts'
import { MIB, readText } from '../input.ts'
import { print, printJson, printRaw } from '../output.ts'

/** Treebanks come as one file. */
const LONGEST_TREEBANK = 128 * MIB

interface Options {
  format: 'conllu' | 'json'
  conllu?: true
}

export function define(command: Command): void {
  command
    .argument('<file>', 'a text, or - for standard input')
    .addOption(new Option('--format <format>', 'what to print').choices(['conllu', 'json']).default('conllu'))
    .option(
      '--conllu',
      'the file is CoNLL-U: keep its words, comments and rows, and write our own tags, heads and relations',
    )
    .action(run)
}

async function run(file: string, { format, conllu }: Options): Promise<void> {
  if (conllu) for (const sentence of readConllu(await readText(file, LONGEST_TREEBANK))) await keep(annotate(sentence))
  else {
    const text = await readText(file)
    for (const [i, sentence] of analyse(text).entries())
      await (format === 'json' ? printJson(sentence) : show(toConllu(sentence, i + 1, text)))
  }
}

const show = (sentence: ConlluSentence): Promise<void> => print(writeConllu([sentence]))
/** A treebank's own words go into a file as they are; a terminal is not steered by them either. */
const keep = (sentence: ConlluSentence): Promise<void> =>
  (process.stdout.isTTY ? print : printRaw)(writeConllu([sentence]))
