import type { Claim, Document, Filler, Worded } from '../model/claim.ts'
import { personId } from '../model/ids.ts'
import { keyRoles } from '../model/kinds/index.ts'
import { read } from './index.ts'
import type { Holders } from './ports.ts'

export interface ReadQuestion {
  form: 'whether' | 'which' | 'how-many' | 'how-often' | 'when' | 'where'
  /** The statement that was read in the question's place. */
  statement: string
  /** Which of several times is asked: "the last time". */
  order?: 'first' | 'last'
  /** What it claims; the first is the main one. */
  claims: Claim[]
}

/** A question that asks of what is not so; the checker knows the mark. */
const NEGATION = /\b(?:no|not|never|neither|without)\b|n['’]t\b/i
const NEGATIVE = 'question/negative'

const AUXILIARIES = new Set('did does do has have had is are was were will can could'.split(' '))
/** A number that stands for "how many": it is read as a count, and then left out. */
const SOME_NUMBER = '17'
/** As large as a community is: smaller numbers of people are read as no community's size. */
const SOME_PEOPLE = '17,017'
/** A person that stands for "who", and is taken out again: read as a person is, and nobody's name in a ledger. */
const SOMEBODY = 'Jane Quodlibet'
const SOMEBODY_ID = personId(SOMEBODY)
/** A subject longer than this many words is not looked for between an auxiliary and its verb. */
const LONGEST_SUBJECT = 14

/**
 * A question is read as the statement that would answer it: the inversion undone, "how many" a number, "which" the words
 * after it. Of several ways to undo it, the one whose statement is read most fully is taken.
 */
export function readQuestion(text: string, about: Omit<Document, 'text'>, holders?: Holders): ReadQuestion {
  const words = text
    .trim()
    .replace(/(?<![?!.\s])[?!.\s]+$/, '')
    .split(/\s+/)
  const { form, statements, otherwise = [], order } = statementsOf(words)
  const open = /^how did\b/i.test(text.trim()) ? withoutChoice : (claim: Claim) => claim
  const readOne = (statement: string) => {
    const { claims } = read({ ...about, text: `${statement}.` }, holders)
    const told = claims
      .map(withoutSomebody)
      .map(open)
      .map((claim) => (form === 'which' ? unheld(claim, words.join(' ')) : claim))
      .filter((c) => c.kind !== 'remark')
    return { statement, claims: mainFirst(statement, told) }
  }
  const fullest = (list: readonly string[]) =>
    list
      .map(readOne)
      .reduce((a, b) => (score(b.claims) > score(a.claims) ? b : a), { statement: '', claims: [] as Claim[] })
  const best = fullest(statements)
  const found = best.claims.length ? best : fullest(otherwise)
  const claims = NEGATION.test(text) ? found.claims.map((c) => ({ ...c, rules: [...c.rules, NEGATIVE] })) : found.claims
  return { form, ...(order && { order }), statement: found.statement, claims }
}

const ASIDE = /\s(?:when|while|after|before|since|once|until|as soon as)\s+/i

/** The fullest first; what a clause of time tells ("when Nixon visited Paris") is not what is asked, and is taken into account or not. */
function mainFirst(statement: string, claims: readonly Claim[]): Claim[] {
  const at = ASIDE.exec(statement)
  const inClause = (claim: Claim) => at !== null && claim.span.start > at.index
  const asked = claims.filter((claim) => !inClause(claim)).sort((a, b) => weight(b) - weight(a))
  const told = claims.find((claim) => inClause(claim) && claim.is === 'so' && !claim.mentioned)
  const [main, ...others] = asked
  if (!told || !main) return asked
  const quote = statement.slice(at!.index + 1)
  return [{ ...main, unread: main.unread ?? { span: told.span, quote } }, ...others]
}

/** "Who visited Cuba *first*", "whom did she succeed": what no open question holds is not taken into account. */
function unheld(claim: Claim, text: string): Claim {
  const before = claim.since && 'person' in claim.since && claim.since.person.id === SOMEBODY_ID
  const ranked = ['first', 'last', 'only'].includes(claim.is)
  const last = ranked ? undefined : /\b(?:first|last|only)\b(?! lady)/.exec(text)
  const quote = before ? 'before whom' : last?.[0]
  return quote && !claim.unread ? { ...claim, unread: { span: claim.span, quote } } : claim
}

/** The claim with its stand-in person as words for anybody. */
function withoutSomebody(claim: Claim): Claim {
  const each = <F extends Filler>(f: F): F | Worded =>
    f.is === 'entity' && f.id === SOMEBODY_ID ? { is: 'words', label: 'persons' } : f
  const roles = Object.entries(claim.roles).map(([name, f]) => [
    name,
    f.is === 'list' ? { ...f, of: f.of.map(each) } : each(f),
  ])
  const left = claim.unread && { ...claim.unread, quote: claim.unread.quote.replace(SOMEBODY, 'who') }
  return { ...claim, roles: Object.fromEntries(roles), ...(left && { unread: left }) }
}

/** A vote whose side is what is asked. */
function withoutChoice(claim: Claim): Claim {
  if (claim.kind !== 'vote') return claim
  const { choice: _, ...roles } = claim.roles
  return { ...claim, roles }
}

const size = (claim: Claim): number => claim.span.end - claim.span.start
/** How many are named by an id rather than by words. */
const known = (claim: Claim): number =>
  Object.values(claim.roles)
    .flatMap((f) => (f.is === 'list' ? f.of : [f]))
    .filter((f) => f.is === 'entity').length
const filled = (claim: Claim): number =>
  keyRoles(claim.kind).filter((role) => claim.roles[role]).length / keyRoles(claim.kind).length
/** The main claim is the fullest, then the one that spans most of the statement. */
const weight = (claim: Claim): number =>
  filled(claim) * 10_000 + (claim.is === 'so' ? 0 : 5000) + 500 * known(claim) + size(claim)
const score = (claims: readonly Claim[]): number => (claims[0] ? weight(claims[0]) : 0)

interface Statements {
  order?: 'first' | 'last'
  form: ReadQuestion['form']
  statements: string[]
  /** Tried where none of the others is read: words that stood first are put behind the verb. */
  otherwise?: string[]
}

function statementsOf(words: readonly string[]): Statements {
  const [first = '', second = '', third = ''] = words.map((w) => w.toLowerCase())
  if (first === 'how' && second === 'many' && third === 'members' && /^(?:does|do|did)$/.test(words[3] ?? ''))
    return { form: 'how-many', statements: [`${words.slice(4, -1).join(' ')} has ${SOME_NUMBER} members`] }
  const sized = peopleCounted(words)
  if (first === 'how' && second === 'many' && third !== 'times')
    return {
      form: 'how-many',
      statements: [rest(words.slice(1), SOME_NUMBER), rest(words.slice(1), 'No')],
      otherwise: [...undone(words.slice(2), SOME_NUMBER), ...sized],
    }
  if (sized.length) return { form: 'how-many', statements: sized }
  if (first === 'how' && (second === 'often' || second === 'many'))
    return { form: 'how-often', statements: inverted(words.slice(second === 'often' ? 2 : 3)) }
  if (first === 'how' && /^(?:long|far|old|soon|large|big|much)$/.test(second))
    return { form: 'whether', statements: [] }
  if (first === 'how' && second === 'did') return { form: 'when', statements: inverted(words.slice(1)).map(votedFor) }
  const time = /^when (?:was|is) the (last|most recent|latest|first) time (?:that )?/i.exec(words.join(' '))
  if (time)
    return {
      form: 'when',
      order: time[1]!.toLowerCase() === 'first' ? 'first' : 'last',
      statements: [words.join(' ').slice(time[0].length)],
    }
  if (first === 'when' && !AUXILIARIES.has(second)) return { form: first, statements: [] }
  if (first === 'when') return { form: first, statements: inverted(words.slice(1)) }
  if (first === 'where')
    return { form: first, statements: inverted(words.slice(1)).flatMap((s) => [s, ...goingTo(s.split(' '))]) }
  if (first === 'who' || first === 'whom')
    return { form: 'which', statements: [rest(words, SOMEBODY)], otherwise: undone(words.slice(1), SOMEBODY) }
  if (first === 'which' || first === 'what')
    return {
      form: 'which',
      statements: [rest(words, SOME_NUMBER), rest(words, 'The'), rest(words, 'No')],
      otherwise: undone(words.slice(1), SOME_NUMBER),
    }
  return { form: 'whether', statements: AUXILIARIES.has(first) ? inverted(words) : [words.join(' ')] }
}

/** "How many Jews *are there* in Ecuador", "how large is the Jewish community of Ecuador", "what is its size": as its size told. */
function peopleCounted(words: readonly string[]): string[] {
  const text = words.join(' ')
  const there = /^how many (.{1,80}?) (?:are|were) there (in .{1,80})$/i.exec(text)
  if (there) return [`There are ${SOME_PEOPLE} ${there[1]} ${there[2]}`]
  const have = /^how many (.{1,80}?) (?:does|do|did) (.{1,80}) have$/i.exec(text)
  if (have) return [`${have[2]} has ${SOME_PEOPLE} ${have[1]}`]
  const large = /^(?:how (?:large|big|numerous) (?:is|was)|what (?:is|was) the size of) (the .{1,120})$/i.exec(text)
  return large ? [`${large[1]} numbers ${SOME_PEOPLE}`] : []
}

/** "Where did Obama go": the states asked for stand behind the verb. */
function goingTo(words: readonly string[]): string[] {
  return [`to ${SOME_NUMBER} states`, `${SOME_NUMBER} states`].flatMap((what) => behindVerb(words, what))
}

/** The statement with words put right behind the verb that follows its auxiliary. */
function behindVerb(words: readonly string[], what: string): string[] {
  const at = words.findIndex((w) => AUXILIARIES.has(w)) + 1
  return at < 1 || at >= words.length ? [] : [[...words.slice(0, at + 1), what, ...words.slice(at + 1)].join(' ')]
}

/** "How did Canada vote on it": any side of it, which is then left open. */
const votedFor = (statement: string): string => statement.replace(/ did vote (?:on|in|about|over) /i, ' voted for ')

const rest = (words: readonly string[], instead: string): string => [instead, ...words.slice(1)].join(' ')

/** "Did Ecuador vote" as "Ecuador did vote", with the auxiliary behind each possible end of the subject. */
function inverted(words: readonly string[]): string[] {
  const [auxiliary = '', ...others] = words
  if (!AUXILIARIES.has(auxiliary.toLowerCase())) return [words.join(' ')]
  const ends = Array.from({ length: Math.min(LONGEST_SUBJECT, others.length - 1) }, (_, i) => i + 1)
  const verbs = ends.filter((end) => !/^\p{Lu}/u.test(others[end]!))
  return (verbs.length ? verbs : ends).map((end) =>
    [...others.slice(0, end), auxiliary.toLowerCase(), ...others.slice(end)].join(' '),
  )
}

/** "Which states did Obama visit": the object asked for goes behind the verb phrase. */
function undone(words: readonly string[], object: string): string[] {
  const at = words.findIndex((w) => AUXILIARIES.has(w.toLowerCase()))
  if (at < 0) return []
  const noun = [object, ...words.slice(0, at)].join(' ')
  return inverted(words.slice(at)).flatMap((s) => [`${s} ${noun}`, ...behindVerb(s.split(' '), noun)])
}
