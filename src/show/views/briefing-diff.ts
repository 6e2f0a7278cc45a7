import { allLines, type Briefing, type Group, type Line, type Section } from './briefing.ts'

const words = ({ lead, text }: Line): string => `${lead}: ${text}`

/** A briefing with what differs from an earlier issue marked: lines new, changed and gone. */
export function markedSince(now: Briefing, before: Briefing): Briefing {
  const old = new Map(allLines(before).map((line) => [line.id, line]))
  const kept = new Set(allLines(now).map((line) => line.id))
  const marked = (line: Line): Line => {
    const was = old.get(line.id)
    if (!was) return { ...line, mark: 'new' }
    return words(was) === words(line) ? line : { ...line, mark: 'changed', was: words(was) }
  }
  const sections = now.sections.map((section): Section => {
    const groups = section.groups.map((group) => ({ ...group, lines: group.lines.map(marked) }))
    const gone = goneOf(before, section.id, kept)
    return { ...section, groups: gone ? [...groups, gone] : groups }
  })
  const all = sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines))
  const count = (mark: Line['mark']) => all.filter((line) => line.mark === mark).length
  const since = { drawn: before.drawn, new: count('new'), changed: count('changed'), gone: count('gone') }
  return { ...now, sections, since }
}

/** Lines of the earlier issue that this one has not; their footnotes are in that issue. */
function goneOf(before: Briefing, id: Section['id'], kept: ReadonlySet<string>): Group | undefined {
  const lines = (before.sections.find((s) => s.id === id)?.groups ?? [])
    .flatMap(({ lines }) => lines)
    .filter((line) => !kept.has(line.id) && line.mark !== 'gone')
    .map(({ note: _, was: __, ...line }): Line => ({ ...line, mark: 'gone' }))
  return lines.length ? { title: 'No longer in this issue', lines } : undefined
}
