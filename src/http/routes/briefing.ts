import { createRoute, z } from '@hono/zod-openapi'
import { ChanceryError } from '../../model/error.ts'
import { briefingOf } from '../../run/briefing.ts'
import { briefingIn, FORMATS, type Format, issueIn } from '../../run/briefing-files.ts'
import { ownNamesIn } from '../../run/briefing-names.ts'
import { stateCalled } from '../../run/pair.ts'
import { AUTHORITIES, namingOf } from '../../show/names.ts'
import type { Briefing } from '../../show/views/briefing.ts'
import type { Routes } from '../routes.ts'
import { answers, body, Day, view } from '../schemas.ts'
import type { Services } from '../services.ts'

const State = z.string().min(1).max(200).openapi({ example: 'Ecuador' })
const LONGEST = 4 * 1024 * 1024

const Asked = z.object({
  a: State,
  b: State,
  on: Day,
  names: z.enum(AUTHORITIES).optional(),
  /** The house's own names as CSV of id, name, note; over `names`. */
  ownNames: z.string().max(200_000).optional(),
  /** How the file of these is called, where what is wrong with it is told. */
  ownNamesFile: z.string().min(1).max(200).optional(),
  /** A day, or the data of an earlier issue. */
  since: z.union([Day, z.looseObject({ format: z.literal('chancery-briefing/1') })]).optional(),
  today: Day.optional(),
  knownOn: z.string().max(40).optional(),
})
const Filed = Asked.extend({
  format: z.enum(FORMATS),
  /** The house's own DOCX, in base 64. */
  template: z
    .string()
    .max(LONGEST * 1.4, { error: 'a template longer than 4 MiB: give a smaller one' })
    .optional(),
})

const data = createRoute({
  method: 'post',
  path: '/api/briefing',
  summary: 'A briefing on two states before a visit: sections, lines and footnotes',
  request: body(Asked),
  responses: answers('A briefing', view('Briefing')),
})

const TYPES: Readonly<Record<Format, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
}

const file = createRoute({
  method: 'post',
  path: '/api/briefing/file',
  summary: 'The same as a file, in the house’s template where one is given',
  request: body(Filed),
  responses: {
    200: {
      description: 'A file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

export const briefing: Routes = (api, services) => {
  api.openapi(data, async (c) => c.json(await drawn(services, c.req.valid('json'))))
  api.openapi(file, async (c) => {
    const { format, template, ...asked } = c.req.valid('json')
    const issue = await drawn(services, asked)
    const house = template === undefined ? {} : { template: new Uint8Array(Buffer.from(template, 'base64')) }
    if (template !== undefined && format !== 'docx')
      throw new ChanceryError('incorrect', 'template', 'a template is of Word: ask for docx')
    const { bytes, said } = await briefingIn(issue, format, house)
    const name = `briefing-${issue.pair.map((id) => id.slice(id.indexOf(':') + 1)).join('-')}-${issue.on}.${format}`
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'x-chancery-said': encodeURIComponent(said),
    })
  })
}

async function drawn(services: Services, asked: z.infer<typeof Asked>): Promise<Briefing> {
  const { a, b, on, names = 'UN', ownNames, ownNamesFile = 'names', since, today = services.today(), knownOn } = asked
  return briefingOf(services.ledger, stateCalled(a), stateCalled(b), {
    on,
    today,
    names: ownNames === undefined ? namingOf(names) : ownNamesIn('the house’s names', ownNames, ownNamesFile),
    ...(knownOn && { knownOn }),
    ...(since !== undefined && { since: typeof since === 'string' ? since : issueIn(since, 'since') }),
  })
}
