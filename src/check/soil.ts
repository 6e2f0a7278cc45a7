import type { EntityId } from '../model/ids.ts'
import type { Term } from '../model/question.ts'

/** Version of the table below, which is named where it makes a reading. */
export const SOIL = 'states and those before them on their soil, version 1'

/** States that were on the soil of one of today, which the same name is said of: who went there went to it. */
const WHOLE: Readonly<Record<string, readonly string[]>> = {
  VNM: ['south-vietnam', 'VDR'],
  DEU: ['DDR'],
  YEM: ['YMD'],
}

/** States that others of today were a part of: who went there may have gone to one of the parts. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  SUN: 'RUS UKR BLR KAZ KGZ UZB TJK TKM GEO ARM AZE MDA LTU LVA EST'.split(' '),
  YUG: 'HRV SVN SRB MNE BIH MKD SCG XKX'.split(' '),
  SCG: ['SRB', 'MNE', 'XKX'],
  SRB: ['XKX'],
  CSK: ['CZE', 'SVK'],
  ETH: ['ERI'],
  PAK: ['BGD'],
  SDN: ['SSD'],
  MYS: ['SGP'],
  IDN: ['TLS'],
  ZAF: ['NAM'],
}

const state = (code: string): EntityId => `state:${code}`
const TABLE = new Map<EntityId, Pick<Extract<Term, { id: EntityId }>, 'also' | 'maybe'>>([
  ...Object.entries(WHOLE).map(([now, then]) => [state(now), { also: then.map(state) }] as const),
  ...[...new Set(Object.values(PARTS).flat())].map(
    (part) =>
      [
        state(part),
        { maybe: Object.entries(PARTS).flatMap(([whole, parts]) => (parts.includes(part) ? [state(whole)] : [])) },
      ] as const,
  ),
])

/** A state gone to, with the states that were on its soil before it was one. */
export const onSoil = (term: Term): Term => {
  const found = 'id' in term ? TABLE.get(term.id) : undefined
  return found && 'id' in term ? { ...term, ...found } : term
}
