/** What a site's robots.txt says to one robot (RFC 9309): rules in the order of the file, and a pause that it asks for. */
export interface Robots {
  rules: readonly { allow: boolean; path: string }[]
  /** Seconds between two requests, where it says so. */
  delay?: number
}

export const ALL_ALLOWED: Robots = { rules: [] }
/** Where a site's word cannot be had because the site fails, nothing is taken from it. */
export const NONE_ALLOWED: Robots = { rules: [{ allow: false, path: '/' }] }

/** A robots.txt may be as long as a reader has to read of it, in characters. */
const LONGEST = 500 * 1024

/** Reads the groups that name `robot` (its product's name in small letters), or else those for everybody. */
export function robotsOf(text: string, robot: string): Robots {
  const groups = groupsOf(text.slice(0, LONGEST))
  const own = groups.filter(({ agents }) => agents.includes(robot))
  const said = own.length ? own : groups.filter(({ agents }) => agents.includes('*'))
  const delays = said.flatMap(({ delay }) => delay ?? [])
  return { rules: said.flatMap(({ rules }) => rules), ...(delays.length && { delay: Math.max(...delays) }) }
}

interface Group {
  agents: string[]
  rules: { allow: boolean; path: string }[]
  delay?: number
}

function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  // Several names in a row share what follows them.
  let naming = false
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n?|\n/)) {
    const plain = line.split('#', 1)[0]!
    const colon = plain.indexOf(':')
    if (colon < 0) continue
    const [field, value] = [plain.slice(0, colon).trim().toLowerCase(), plain.slice(colon + 1).trim()]
    if (field === 'user-agent') {
      if (!naming) groups.push({ agents: [], rules: [] })
      groups.at(-1)!.agents.push(value.toLowerCase().split('/', 1)[0]!)
      naming = true
    } else if (groups.length) {
      naming = false
      tell(groups.at(-1)!, field, value)
    }
  }
  return groups
}

function tell(group: Group, field: string, value: string): void {
  if (field === 'crawl-delay' && /^\d{1,6}(?:\.\d{1,3})?$/.test(value)) group.delay = Number(value)
  // An empty path says nothing.
  if ((field === 'allow' || field === 'disallow') && value)
    group.rules.push({ allow: field === 'allow', path: encoded(value) })
}

/** Paths are compared as a request writes them. */
const encoded = (path: string): string => path.replace(/[^\x21-\x7e]+/gu, (part) => encodeURI(part))

/** Whether a path (with its query) may be fetched: the longest rule that fits says so, of two as long the one that allows. */
export function allows({ rules }: Robots, path: string): boolean {
  let best = { allow: true, length: -1 }
  for (const { allow, path: pattern } of rules)
    if (pattern.length > best.length || (pattern.length === best.length && allow))
      if (fits(pattern, path)) best = { allow, length: pattern.length }
  return best.allow
}

/** A pattern is a beginning; `*` stands for anything, `$` at its end for the end. */
function fits(pattern: string, path: string): boolean {
  const ends = pattern.endsWith('$')
  const parts = (ends ? pattern.slice(0, -1) : pattern).split('*')
  if (!path.startsWith(parts[0]!)) return false
  let at = parts[0]!.length
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  if (parts.length === 1) return !ends || at === path.length
  const last = parts.at(-1)!
  return ends ? path.endsWith(last) && path.length - last.length >= at : path.includes(last, at)
}
