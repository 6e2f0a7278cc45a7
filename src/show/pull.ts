import { wrap } from './wrap.ts'

/** What is shown of a data set and of a pull; shapes that `sources` and `run` fill. */
interface Shown {
  name: string
  title: string
  holds: string
  viewpoint: string
  licence: { name: string; exports: boolean }
  covers: string
  faults: readonly string[]
  megabytes: number
  recommended: boolean
  publisher: { kind: string; commit?: string; files?: readonly { url: string; sha256?: string }[] }
}

interface Last {
  at: string
  facts: number
}

interface Finding {
  kind: string
  file: string
  locator?: string
  message: string
}

interface Report {
  source: string
  from: string
  outcome: 'filed' | 'unchanged'
  rows: number
  facts: number
  added: number
  unchanged: number
  withdrawn: number
  findings: readonly Finding[]
  seconds: number
}

type Strong = (text: string) => string
const count = (n: number): string => n.toLocaleString('en-US')

const HOW: Readonly<Record<string, string>> = {
  'by-hand': 'your own download',
  asked: 'asked about a pair or a state (--pair, --state)',
}

/** A data set as the catalogue lists it, in lines of at most `width` columns. */
export function sourceLine(source: Shown, last: Last | undefined, strong: Strong, width: number): string {
  const { name, title, holds, viewpoint, licence, covers, megabytes, recommended, publisher } = source
  const how = HOW[publisher.kind] ?? `${megabytes} MB`
  const pinned = how === 'your own download' || isPinned(publisher) ? '' : ', not pinned'
  const exports = licence.exports ? '' : ', never exported'
  const pulled = last ? `pulled ${last.at.slice(0, 10)}: ${count(last.facts)} facts` : 'not pulled'
  const mark = recommended ? ' *' : ''
  const [first = '', ...more] = wrap(`${name}${mark}  ${title}`, width)
  const indented = (text: string) => wrap(text, width - 2).map((line) => `  ${line}`)
  return [
    strong(name) + first.slice(name.length),
    ...more.map((line) => `  ${line}`),
    ...indented(`${holds}; ${covers}`),
    ...indented(`${viewpoint}; ${licence.name}${exports}; ${how}${pinned}; ${pulled}`),
    '',
  ].join('\n')
}

interface Changed<F> {
  at: string
  filed: readonly F[]
  withdrawn: readonly F[]
}

const SHOWN = 20

/** What the last pull of a data set changed, in sentences. */
export function changesReport<F>(name: string, changed: Changed<F>, say: (fact: F) => string, strong: Strong): string {
  const part = (what: string, facts: readonly F[]) => [
    `  ${count(facts.length)} ${what}`,
    ...facts.slice(0, SHOWN).map((fact) => `      ${say(fact)}`),
    ...(facts.length > SHOWN ? [`      and ${count(facts.length - SHOWN)} more: --format json lists them`] : []),
  ]
  const { at, filed, withdrawn } = changed
  return `${[`${strong(name)}: changed at ${at}`, ...part('filed', filed), ...part('withdrawn', withdrawn)].join('\n')}\n`
}

/** Whether its address names one version: a commit, or a file by its hash. */
const isPinned = ({ commit, files = [] }: Shown['publisher']): boolean =>
  commit ? /^[0-9a-f]{40}$/.test(commit) : files.every(({ url, sha256 }) => sha256 || /\/[0-9a-f]{40}\//.test(url))

const EXAMPLES = 3

/** What a pull did, and what it found, by kind with the first examples. */
export function pullReport(pulled: Report, strong: Strong): string {
  const { source, from, rows, facts, added, unchanged, withdrawn, findings, seconds } = pulled
  if (pulled.outcome === 'unchanged')
    return `${strong(source)}: the files in ${from} are those of the last pull, ${count(facts)} facts\n`
  const lines = [
    `${strong(source)}: ${count(rows)} rows read from ${from} in ${seconds.toFixed(1)} s`,
    `  ${count(facts)} facts told: ${count(added)} filed, ${count(unchanged)} unchanged, ${count(withdrawn)} withdrawn`,
    ...[...Map.groupBy(findings, (f) => f.kind)].sort(([, a], [, b]) => b.length - a.length).flatMap(kindLines),
  ]
  return `${lines.join('\n')}\n`
}

function kindLines([kind, list]: [string, Finding[]]): string[] {
  const first = list.slice(0, EXAMPLES).map(({ file, locator, message }) => {
    return `      ${file}${locator ? `, ${locator}` : ''}: ${message}`
  })
  return [`  ${count(list.length)} ${kind}`, ...first]
}
