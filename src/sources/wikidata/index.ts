import type { NewCoverage, Source } from '../../model/coverage.ts'
import { ChanceryError } from '../../model/error.ts'
import type { NewFact } from '../../model/fact.ts'
import { type EntityId, stateId } from '../../model/ids.ts'
import type { Day } from '../../model/when.ts'
import type { Files, OpenSource, Told } from '../source.ts'
import { folded, namesOf, nothingTold, tellFact } from '../telling.ts'
import { type Answer, answerOf, type Row } from './answer.ts'
import { Context, SOURCE } from './context.ts'
import { TOPICS, type Topic } from './queries.ts'
import { tellAmbassador } from './tell-ambassador.ts'
import { tellEmbassy } from './tell-embassy.ts'
import { tellRelation } from './tell-relation.ts'
import { preferredIn, tellTenure } from './tell-tenure.ts'
import { tellTreaty } from './tell-treaty.ts'
import { tellVisit } from './tell-visit.ts'

const FIRST_DAY = '1816-01-01'

const sourceOn = (asOf: Day): Source => ({
  id: SOURCE,
  title: 'Wikidata',
  url: 'https://www.wikidata.org',
  licence: 'CC0-1.0',
  viewpoint: 'as entered by the volunteers of Wikidata',
  asOf,
  contact: 'the editors of the item: its discussion page on www.wikidata.org',
})

interface Page extends Answer {
  file: string
  topic: Topic
}

/** SPARQL results in JSON, under either of the names that are usual for them. */
const isAnswer = (path: string): boolean => /\.(?:json|srj)$/.test(path)

/** Tells saved answers of the query service: whatever their names, each is known by its variables. */
function tell(files: Files): Told {
  const told = nothingTold()
  const ctx = new Context()
  const pages = files
    .list()
    .filter(isAnswer)
    .flatMap((path) => pageOf(files, path, ctx))
  const rows = pages.flatMap((page) => page.rows)
  const asked = askedOn(rows)
  for (const topic of TOPICS)
    tellTopic(
      ctx,
      pages.filter((page) => page.topic === topic),
      asked,
    )
  for (const draft of ctx.drafts) tellFact(told, draft, SOURCE)
  const facts = withoutVaguer(folded(told.facts, contentOf))
  return {
    ...told,
    sources: [sourceOn(asked)],
    facts,
    names: namesOf(ctx.names()),
    coverage: coverageOf(scopesOf(rows), asked),
    findings: [...ctx.findings, ...told.findings],
    rows: rows.length,
  }
}

function pageOf(files: Files, path: string, ctx: Context): Page[] {
  const answer = answerOf(files.text(path), path)
  const topic = TOPICS.find((name) => answer.vars.includes(name))
  if (!topic) {
    ctx.find(
      'unknown-answer',
      path,
      undefined,
      `the answer has ${answer.vars.join(', ')}, and none of ${TOPICS.join(', ')}: it is left out`,
    )
    return []
  }
  if (answer.rows.length && answer.rows.length % 500 === 0)
    ctx.find(
      'perhaps-cut',
      path,
      undefined,
      `just ${answer.rows.length} rows, which may be where a limit cut the answer: ask for the rest`,
    )
  return [{ ...answer, file: path, topic }]
}

/** The day on which the answers were given: the earliest, which all of them reach. */
function askedOn(rows: readonly Row[]): Day {
  const days = rows.flatMap((row) => (row.asked ? [row.asked.value.slice(0, 10)] : [])).sort()
  if (days[0]) return days[0]
  if (!rows.length) return FIRST_DAY
  throw new ChanceryError(
    'incorrect',
    SOURCE,
    'no row says when it was asked: select (NOW() AS ?asked), as chancery pull wikidata does',
  )
}

function tellTopic(ctx: Context, pages: readonly Page[], asked: Day) {
  const each = (work: (row: Row, file: string) => void) => {
    for (const { rows, file } of pages) for (const row of rows) work(row, file)
  }
  const grouped = (by: Topic, work: (rows: readonly Row[], file: string) => void) => {
    const all = pages.flatMap(({ rows, file }) => rows.map((row) => ({ row, file })))
    for (const own of Map.groupBy(all, ({ row }) => row[by]?.value).values())
      work(
        own.map(({ row }) => row),
        own[0]!.file,
      )
  }
  switch (pages[0]?.topic) {
    case 'relation':
      return each((row, file) => tellRelation(ctx, row, file, asked))
    case 'tenure': {
      const preferred = preferredIn(pages.flatMap((page) => page.rows))
      return each((row, file) => tellTenure(ctx, row, file, preferred))
    }
    case 'embassy':
      return each((row, file) => tellEmbassy(ctx, row, file))
    case 'ambassador':
      return each((row, file) => tellAmbassador(ctx, row, file))
    case 'visit':
      return grouped('visit', (rows, file) => tellVisit(ctx, rows, file))
    case 'treaty':
      return grouped('treaty', (rows, file) => tellTreaty(ctx, rows, file))
  }
}

const contentOf = ({ kind, roles, when, note }: NewFact): string =>
  JSON.stringify([kind, Object.entries(roles).sort(), when, note])

/** Without what is told of the same with a time: that two states have relations, where another statement says since when. */
function withoutVaguer(facts: readonly NewFact[]): NewFact[] {
  const about = ({ kind, roles: { step: _, ...roles } }: NewFact) =>
    JSON.stringify([kind, Object.entries(roles).sort()])
  const dated = new Set(facts.filter((fact) => fact.when).map(about))
  return facts.filter((fact) => fact.when || !dated.has(about(fact)))
}

const scopesOf = (rows: readonly Row[]): EntityId[][] =>
  [...new Set(rows.flatMap((row) => row.scope?.value ?? []))].map((scope) => scope.split('-').map(stateId))

/** What volunteers enter is never the whole: what is absent may still have been. */
function coverageOf(scopes: readonly EntityId[][], to: Day): NewCoverage[] {
  const state = (kind: NewCoverage['kind'], roles: NewCoverage['roles']): NewCoverage => ({
    ...{ kind, roles, from: FIRST_DAY, to, grade: 'lower-bound' },
    by: 'Wikidata',
    cite: { source: SOURCE },
  })
  return scopes.flatMap((scope) => {
    const [a, b = undefined] = scope
    const between = [a!, ...(b ? [b] : [])].sort()
    const ways = b
      ? [
          { sender: a!, host: b },
          { sender: b, host: a! },
        ]
      : [{ sender: a! }, { host: a! }]
    const sides = b
      ? [
          { from: a!, to: b },
          { from: b, to: a! },
        ]
      : [{ to: a! }, { from: a! }]
    return [
      ...(['relations', 'agreement'] as const).map((kind) => state(kind, { between })),
      ...(['mission', 'envoy'] as const).flatMap((kind) =>
        ways.map((roles) => state(kind, roles as NewCoverage['roles'])),
      ),
      ...sides.map((roles) => state('visit', roles as NewCoverage['roles'])),
    ]
  })
}

const NAMED = new RegExp(`(?:^|/)(?:${TOPICS.join('|')})-\\d+\\.(?:json|srj)$`)

/** A folder of saved answers is known by the topics in its files' names. */
function recognise(files: Files): Files | undefined {
  const inner = files.list('wikidata/').some((path) => NAMED.test(path)) ? files.within('wikidata') : files
  return inner.list().some((path) => NAMED.test(path) && (inner !== files || !path.includes('/'))) ? inner : undefined
}

export const wikidata: OpenSource = {
  name: 'wikidata',
  title: 'Wikidata',
  holds:
    'of any pair or state: relations, heads of state and government, embassies, ambassadors, state visits, treaties',
  viewpoint: 'as entered by the volunteers of Wikidata',
  licence: { name: 'CC0-1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/', exports: true },
  covers: 'every state since 1816 that has an item, as a lower bound: what is absent may still have been',
  faults: [
    'It is entered by volunteers: what it has is mostly right, and much is missing, most of all ambassadors and visits.',
    'Many statements have no time; they tell that something was so, and not when.',
    'Items of a state and of its former regimes (Germany, the German Empire) each have statements of their own.',
    'Times are given in the Gregorian calendar, also where they were entered in the Julian one.',
  ],
  megabytes: 1,
  recommended: false,
  publisher: {
    kind: 'asked',
    page: 'https://query.wikidata.org',
    how: 'chancery pull wikidata --pair A B --queries prints the queries; save each answer as JSON, and give the folder with --from',
  },
  recognise,
  tell,
}

/** The pairs and states that answers are about, as the queries name them; what is pulled of one replaces only that. */
export function scopeOf(files: Files): string {
  const rows = files
    .list()
    .filter(isAnswer)
    .flatMap((path) => answerOf(files.text(path), path).rows)
  return [...new Set(rows.flatMap((row) => row.scope?.value ?? []))].sort().join('+') || 'saved'
}
