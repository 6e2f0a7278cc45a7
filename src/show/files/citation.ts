/** What to cite of a data set that was made by this program. */
export interface Cited {
  title: string
  version: string
  /** What makes this copy this one: the sum of its table. */
  sha256: string
  sources: readonly { title: string; url?: string; viewpoint: string }[]
}

const quoted = (text: string): string => JSON.stringify(text.replace(/\s+/g, ' '))

/** A `CITATION.cff` (Citation File Format 1.2.0): the data set, and the sources that it derives from. */
export function citationFile({ title, version, sha256, sources }: Cited): string {
  const references = sources.flatMap((s) => [
    '  - type: data',
    `    title: ${quoted(s.title)}`,
    `    notes: ${quoted(s.viewpoint)}`,
    '    authors:',
    `      - name: ${quoted(s.viewpoint.replace(/^as \w+ (?:by|in|on) /, ''))}`,
    ...(s.url && /^https?:\/\//.test(s.url) ? [`    url: ${quoted(s.url)}`] : []),
  ])
  return `${[
    'cff-version: 1.2.0',
    'message: "If you use this data set, cite it and the sources from which it derives."',
    'type: dataset',
    `title: ${quoted(title)}`,
    'authors:',
    '  - name: "Chancery"',
    `version: ${quoted(version)}`,
    'identifiers:',
    '  - type: other',
    `    value: ${quoted(`sha256:${sha256}`)}`,
    '    description: "Sum of panel.csv"',
    ...(references.length ? ['references:', ...references] : []),
  ].join('\n')}\n`
}
