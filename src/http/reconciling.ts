import { z } from '@hono/zod-openapi'
import { ChanceryError } from '../model/error.ts'
import type { EntityClass } from '../model/ids.ts'
import { isDay } from '../model/when.ts'
import type { Entities, EntityMore, Match } from '../run/entities.ts'
import { escapeHtml } from '../show/files/escape.ts'

/** The types that names are reconciled with. Reconciliation Service API 0.2, https://www.w3.org/community/reports/reconciliation/. */
export const TYPES: readonly { id: EntityClass; name: string }[] = [
  { id: 'state', name: 'State' },
  { id: 'office', name: 'Office' },
  { id: 'person', name: 'Person' },
  { id: 'body', name: 'International body' },
]
export const PROPERTIES: readonly { id: string; name: string }[] = [
  { id: 'on', name: 'day on which the name was used, YYYY-MM-DD' },
]

/** What the service is, for a client that is given its address. */
export const manifestAt = (base: string) => ({
  versions: ['0.2'],
  name: 'Chancery: states, offices, persons',
  identifierSpace: `${base}/api/entity/`,
  schemaSpace: `${base}/api/entities?class=`,
  defaultTypes: TYPES,
  view: { url: `${base}/reconcile/preview?id={{id}}` },
  preview: { url: `${base}/reconcile/preview?id={{id}}`, width: 420, height: 260 },
  suggest: Object.fromEntries(
    ['entity', 'type', 'property'].map((of) => [of, { service_url: base, service_path: `/reconcile/suggest/${of}` }]),
  ),
})

const text = z.union([z.string(), z.number()]).transform(String)
const Query = z.object({
  query: text.pipe(z.string().max(1000)),
  type: z.union([z.string(), z.array(z.string()).max(20)]).optional(),
  limit: z.number().int().min(1).max(100).default(10),
  properties: z
    .array(z.object({ pid: z.string(), v: z.unknown() }))
    .max(50)
    .optional(),
  type_strict: z.string().optional(),
})
const MOST = 200
const Batch = z.record(z.string().max(200), Query).refine((batch) => Object.keys(batch).length <= MOST, {
  error: `more than ${MOST} queries: send fewer at a time`,
})

/** The queries of a request, each under its key. Throws `incorrect`. */
export function queriesIn(given: string): z.infer<typeof Batch> {
  const parsed = Batch.safeParse(jsonOf(given))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new ChanceryError('incorrect', ['queries', ...(issue?.path ?? [])].join('.'), issue?.message ?? 'no queries')
}

function jsonOf(given: string): unknown {
  try {
    return JSON.parse(given)
  } catch {
    throw new ChanceryError('incorrect', 'queries', 'no JSON: send {"q0":{"query":"Burma","type":"state"}}')
  }
}

/** Candidates of each query, likeliest first. */
export const reconciled = (entities: Entities, queries: z.infer<typeof Batch>) =>
  Object.fromEntries(Object.entries(queries).map(([key, query]) => [key, { result: candidates(entities, query) }]))

function candidates(entities: Entities, { query, type, limit, properties = [] }: z.infer<typeof Query>) {
  const asked = (type === undefined ? [] : [type].flat()).filter((one) => TYPES.some(({ id }) => id === one))
  const classes = (asked.length ? asked : TYPES.map(({ id }) => id)) as EntityClass[]
  if (type !== undefined && [type].flat().length && !asked.length) return []
  const day = properties.flatMap(({ pid, v }) => (pid === 'on' && typeof v === 'string' && isDay(v) ? [v] : []))[0]
  const found = entities.search(query, { classes, most: limit + 1, ...(day && { on: day }) })
  return found.slice(0, limit).map((match, i) => candidate(match, isSure(found, i)))
}

/** So called, and nobody else nearly as likely. */
const SURE = 90
const CLEAR = 5
const isSure = (found: readonly Match[], i: number): boolean =>
  i === 0 && found[0]!.score >= SURE && found[0]!.score - (found[1]?.score ?? 0) >= CLEAR

const candidate = (match: Match, sure: boolean) => ({
  id: match.id,
  name: match.label,
  description: `${typeName(match.class)}; ${match.why}`,
  type: [{ id: match.class, name: typeName(match.class) }],
  score: match.score,
  match: sure,
  features: [{ id: 'score', value: match.score }],
})

const typeName = (id: EntityClass): string => TYPES.find((type) => type.id === id)?.name ?? id

/** What may be meant by the first letters of it. */
export function suggested(entities: Entities, of: 'entity' | 'type' | 'property', prefix: string) {
  if (of === 'entity') {
    const found = entities.beginning(prefix, { classes: TYPES.map(({ id }) => id), most: 20 })
    return found.map((e) => ({
      id: e.id,
      name: e.label,
      description: typeName(e.class),
      notable: [{ id: e.class, name: typeName(e.class) }],
    }))
  }
  const all = of === 'type' ? TYPES : PROPERTIES
  const begun = prefix.trim().toLowerCase()
  return all.filter(({ id, name }) => id.startsWith(begun) || name.toLowerCase().startsWith(begun))
}

/** An entity in a small frame of another program. */
export function previewOf(entity: EntityMore): string {
  const { codes = {}, existed, aliases } = entity
  const lines: [string, string][] = [
    ['Type', typeName(entity.class)],
    ['Id', entity.id],
    ...(aliases.length ? [['Also', aliases.slice(0, 8).join('; ')] as [string, string]] : []),
    ...(existed ? [['Existed', `${existed.from} to ${existed.to ?? 'today'}`] as [string, string]] : []),
    ...Object.entries(codes).map(([scheme, code]): [string, string] => [scheme.toUpperCase(), code]),
  ]
  const rows = lines.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(entity.label)}</title></head>
<body><h1>${escapeHtml(entity.label)}</h1><dl>${rows.join('')}</dl></body></html>
`
}
