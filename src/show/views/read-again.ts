import type { Claim, Filler } from '../../model/claim.ts'
import type { Correction } from '../../model/review.ts'
import type { Label } from '../en/label.ts'
import { phrase } from '../en/time.ts'

/** What the reader of today makes of words on which a person settled as an earlier one had read them. */
export interface Reread {
  /** It finds no claim in them any more. */
  gone?: true
  /** In what it differs from the claim as it stands; nothing: it reads the words as they stand now. */
  differs: { what: string; stands: string; now: string }[]
  /** What would make the claim as it is read now; absent where that is more than words, time and names. */
  take?: Correction
}

const KINDS: Readonly<Record<Claim['is'], string>> = {
  so: 'that it is so',
  none: 'that there is none',
  count: 'how many',
  first: 'a first',
  last: 'a last',
  every: 'of every one',
  only: 'of one alone',
  among: 'one of several',
  size: 'how large',
  years: 'since how many years',
}
const OPEN = 'not told'

/** How a claim as it stands and the same words as read today differ; `now` absent: they are no claim to it. */
export function rereadView(stands: Claim, now: Claim | 'gone', label: Label): Reread {
  if (now === 'gone') return { gone: true, differs: [] }
  const roles = [...new Set([...Object.keys(stands.roles), ...Object.keys(now.roles)])]
  const all = [
    { what: 'what is told', stands: sortOf(stands), now: sortOf(now) },
    { what: 'the words', stands: stands.quote, now: now.quote },
    { what: 'when', stands: timeOf(stands), now: timeOf(now) },
    ...roles.map((role) => ({
      what: role,
      stands: named(stands.roles[role], label),
      now: named(now.roles[role], label),
    })),
  ]
  const differs = all.filter((one) => one.stands !== one.now)
  const take = differs.length && sortOf(stands) === sortOf(now) ? takenOver(stands, now, label) : undefined
  return { differs, ...(take && { take }) }
}

const sortOf = ({ kind, is, modality }: Claim): string =>
  [kind, KINDS[is], ...(modality === 'happened' || modality === 'holds' ? [] : [modality])].join(', ')

const timeOf = ({ when }: Claim): string => phrase(when) || OPEN

const partsOf = (filler: Filler) => (filler.is === 'list' ? filler.of : [filler])
const named = (filler: Filler | undefined, label: Label): string =>
  filler
    ? partsOf(filler)
        .map((f) => (f.is === 'entity' ? label(f.id) : f.label))
        .join(', ')
    : OPEN

/** The correction by which one claim becomes as the other is; none where a role would have to go, or is a described set. */
function takenOver(stands: Claim, now: Claim, label: Label): Correction | undefined {
  const roles: NonNullable<Correction['roles']> = {}
  for (const role of new Set([...Object.keys(stands.roles), ...Object.keys(now.roles)])) {
    if (named(stands.roles[role], label) === named(now.roles[role], label)) continue
    const filler = now.roles[role]
    if (!filler || partsOf(filler).some((f) => f.is === 'set')) return undefined
    roles[role] = partsOf(filler).map((f) => ({ id: f.is === 'entity' ? f.id : f.label, label: f.label }))
  }
  return {
    ...(stands.quote !== now.quote && { span: now.span }),
    ...(stands.when !== now.when && { when: now.when ?? null }),
    ...(Object.keys(roles).length && { roles }),
  }
}
