import { type EntityId, nameOf, officeId } from '../../model/ids.ts'

/** Words of a position's label that tell which office it is, whatever else it is called; the first that fits. */
const TITLES: readonly [RegExp, string][] = [
  [/\bvice.?(?:president|chancellor|premier)|\bdeputy\b|\bacting\b/i, ''],
  [
    /\b(?:foreign|external) (?:affairs )?(?:minister|secretary)|\b(?:minister|secretary)\b.{0,40}\b(?:foreign|external) affairs\b|\bforeign relations\b/i,
    'foreign minister',
  ],
  [
    /\bprime minister\b|\bpremier\b|\btaoiseach\b|\bpresident of the (?:council|government)\b|\bchairman of the council\b/i,
    'prime minister',
  ],
  [/\bchancellor\b/i, 'chancellor'],
  [
    /\bking\b|\bqueen\b|\bemperor\b|\bempress\b|\bmonarch\b|\bsultan\b|\bemir\b|\bgrand duke\b|\bshah\b|\btsar\b/i,
    'monarch',
  ],
  [/\bpope\b/i, 'pope'],
  [/\bpresident\b/i, 'president'],
  [/\bgovernor.general\b/i, 'governor-general'],
]

const WITHOUT = /^(.{2,60}?) (?:of|in|to) /

/** The office of a state that a position is ("President of Ecuador"); `undefined` for a deputy, or where the label tells none. */
export function officeOf(
  label: string,
  role: string,
  state: EntityId,
): { office: EntityId; title: string } | undefined {
  const found = role === 'foreign minister' ? 'foreign minister' : TITLES.find(([words]) => words.test(label))?.[1]
  if (found === '') return undefined
  const title = found ?? WITHOUT.exec(label)?.[1]?.toLowerCase()
  return title ? { office: officeId(title, nameOf(state)), title } : undefined
}
