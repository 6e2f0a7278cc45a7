import type { Line } from './article.ts'
import type { Draft } from './draft.ts'

/** The drafts of a draft's own sentence, each list made once. */
export function byLine(drafts: readonly Draft[]): (d: Draft) => readonly Draft[] {
  const lines = new Map<Line, Draft[]>()
  for (const d of drafts) {
    const { line } = d.match.site
    const own = lines.get(line)
    if (own) own.push(d)
    else lines.set(line, [d])
  }
  return (d) => lines.get(d.match.site.line) ?? []
}
