import { resolve } from '../../atlas/index.ts'
import { classOf, type EntityId } from '../../model/ids.ts'
import type { Row } from './answer.ts'
import { type Context, julian, spell, when } from './context.ts'
import { idIn, itemOf, labelOf, rankOf } from './value.ts'

const TITLE =
  '(?:ambassador(?: extraordinary and plenipotentiary)?|high commissioner|envoy(?: extraordinary)?|minister plenipotentiary)'
const OF_TO = new RegExp(`^(?:list of )?${TITLE} of (?:the )?(.{2,60}?) (?:to|in) (?:the )?(.{2,60})$`, 'i')
const OWN_TO = new RegExp(`^(.{2,60}?) ${TITLE} (?:to|in) (?:the )?(.{2,60})$`, 'i')

const stateNamed = (name: string): EntityId | undefined => resolve(name).find((c) => classOf(c.id) === 'state')?.id

/** Sender and host from a position's name: "ambassador of Japan to South Korea", "French ambassador to Germany". */
export function partiesOf(label: string): { sender: EntityId; host: EntityId } | undefined {
  const found = OF_TO.exec(label) ?? OWN_TO.exec(label)
  if (!found) return undefined
  const [sender, host] = [stateNamed(found[1]!), stateNamed(found[2]!)]
  return sender && host && sender !== host ? { sender, host } : undefined
}

/** Ambassadors. Of a plain "ambassador" both sides must be told: whom one represents, and to whom. */
export function tellAmbassador(ctx: Context, row: Row, file: string) {
  const locator = idIn(row.ambassador) ?? 'a statement'
  const holder = itemOf(row, 'person')
  const label = labelOf(row, 'position')
  if (rankOf(row) === 'deprecated' || holder?.is !== 'value' || !label) return
  const parties = partiesOf(label) ?? qualified(ctx, row, file)
  if (!parties)
    return ctx.find(
      'unknown-parties',
      file,
      locator,
      `${label}, ${labelOf(row, 'person')}: not known from whom or to whom; nothing is filed for it`,
    )
  const person = ctx.person(row, 'person', file)
  if (!person) return
  const [start, end] = [ctx.time(row, 'start', file, locator), ctx.time(row, 'end', file, locator)]
  const [from, to] = [when(start), when(end)]
  const title = /high commissioner/i.test(label) ? 'high commissioner' : 'ambassador'
  const tell = (step: string, time: string) =>
    ctx.tell(
      { kind: 'envoy', roles: { person, ...parties, title, step }, when: time },
      locator,
      holder.value,
      julian(start, end),
    )
  if (from && (to || end?.is === 'none')) tell('serving', spell(from, to))
  else if (from) tell('accredited', from)
  else if (to) tell('left', to)
  else
    ctx.find('undated', file, locator, `${labelOf(row, 'person')}, ${label}: no time is told; nothing is filed for it`)
}

function qualified(ctx: Context, row: Row, file: string): { sender: EntityId; host: EntityId } | undefined {
  const [sender, host] = [ctx.state(row, 'represents', file), ctx.state(row, 'of', file)]
  return sender && host && sender !== host ? { sender, host } : undefined
}
