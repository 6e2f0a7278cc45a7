import type { Claim, Filler, Row } from '../model/claim.ts'
import { definitionOf } from '../model/kinds/index.ts'

/** Roles that a row prints as a list whenever they hold several. */
const labelsOf = (f: Filler): string | string[] => (f.is === 'list' ? f.of.map((x) => x.label) : f.label)

/** A claim as the codebook's row: labels for entities, `is` left out where it is plain. */
export function toRow(claim: Claim): Row {
  const roles: Record<string, string | string[]> = {}
  for (const [role, filler] of Object.entries(claim.roles)) {
    const definition = definitionOf(claim.kind).roles[role]
    if (!definition || role === 'level' || (claim.kind === 'office' && role === 'office')) continue
    const labels = labelsOf(filler)
    roles[role] = definition.list && !Array.isArray(labels) ? [labels] : labels
  }
  return {
    ...{ start: claim.span.start, end: claim.span.end, quote: claim.quote, kind: claim.kind },
    ...(claim.is !== 'so' && { is: claim.is }),
    ...(claim.count && { count: claim.count }),
    roles,
    ...(claim.except && { except: claim.except.map((e) => e.label) }),
    ...(claim.when && { when: claim.when }),
    modality: claim.modality,
    voice: claim.voice,
    ...(claim.speaker && { speaker: claim.speaker.label }),
  }
}
