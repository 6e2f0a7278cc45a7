/** Upper bounds of the classes in which reading times are counted, in seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] as const

/** What a worker did since it began. */
export class Tally {
  readonly began = Date.now()
  /** Articles read and kept. */
  kept = 0
  /** Articles that were kept before, or came twice. */
  known = 0
  dead = 0
  claims = 0
  characters = 0
  /** Units done. */
  units = 0
  givenBack = 0
  /** Writes that were tried again. */
  again = 0
  inHand = 0
  /** Time spent reading, in seconds, and how many articles took at most each bound. */
  seconds = 0
  readonly classes: number[] = BOUNDS.map(() => 0)

  took(seconds: number): void {
    this.seconds += seconds
    for (const [i, bound] of BOUNDS.entries()) if (seconds <= bound) this.classes[i]!++
  }

  get articles(): number {
    return this.kept + this.known + this.dead
  }
}

/** `1,234 articles, 56 a second: 1,200 kept, 30 known, 4 dead`; the rate is that since the line before. */
export function rateLine(tally: Tally, since: { articles: number; at: number }, now = Date.now()): string {
  const rate = ((tally.articles - since.articles) * 1000) / Math.max(1, now - since.at)
  const n = (value: number) => value.toLocaleString('en-US')
  const parts = `${n(tally.kept)} kept, ${n(tally.known)} known, ${n(tally.dead)} dead`
  return `${n(tally.articles)} articles, ${rate.toFixed(rate < 10 ? 1 : 0)} a second: ${parts}`
}

const counters = (
  t: Tally,
): readonly [name: string, help: string, values: readonly [labels: string, n: number][]][] => [
  [
    'articles_total',
    'Articles by what came of them.',
    [
      ['{result="kept"}', t.kept],
      ['{result="known"}', t.known],
      ['{result="dead"}', t.dead],
    ],
  ],
  ['claims_total', 'Claims in the articles kept.', [['', t.claims]]],
  ['characters_total', 'Characters (UTF-16) of the articles read.', [['', t.characters]]],
  ['units_total', 'Files, runs of archive pages or messages done.', [['', t.units]]],
  ['given_back_total', 'Units given back unread.', [['', t.givenBack]]],
  ['writes_again_total', 'Writes that failed and were tried again.', [['', t.again]]],
]

/** The figures in the text format of Prometheus. */
export function metricsOf(t: Tally): string {
  const lines = counters(t).flatMap(([name, help, values]) => [
    `# HELP chancery_work_${name} ${help}`,
    `# TYPE chancery_work_${name} counter`,
    ...values.map(([labels, n]) => `chancery_work_${name}${labels} ${n}`),
  ])
  const read = t.kept + t.dead
  return `${[
    ...lines,
    '# HELP chancery_work_in_hand Units in hand.',
    '# TYPE chancery_work_in_hand gauge',
    `chancery_work_in_hand ${t.inHand}`,
    '# HELP chancery_work_start_seconds When the worker began, in seconds since 1970.',
    '# TYPE chancery_work_start_seconds gauge',
    `chancery_work_start_seconds ${t.began / 1000}`,
    '# HELP chancery_work_read_seconds How long an article takes to read.',
    '# TYPE chancery_work_read_seconds histogram',
    ...BOUNDS.map((bound, i) => `chancery_work_read_seconds_bucket{le="${bound}"} ${t.classes[i]}`),
    `chancery_work_read_seconds_bucket{le="+Inf"} ${Math.max(read, t.classes.at(-1)!)}`,
    `chancery_work_read_seconds_sum ${t.seconds}`,
    `chancery_work_read_seconds_count ${Math.max(read, t.classes.at(-1)!)}`,
  ].join('\n')}\n`
}
