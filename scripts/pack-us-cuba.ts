/** Builds the roll calls, votes and envoys of `data/us-cuba` from open data; the other files there are kept by hand. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { daysOf } from '../src/model/when.ts'
import { folderFiles } from '../src/sources/files.ts'
import { historianPocom } from '../src/sources/historian-pocom.ts'
import { type Line, openData, writeCsv } from './pack-files.ts'
import { seatOf } from './pack-seats.ts'
import { ROLLS, type Roll, type Tally } from './pack-us-cuba-rolls.ts'

const OUT = fileURLToPath(new URL('../data/us-cuba/', import.meta.url))
const csv = (text: string): Record<string, string>[] => parse(text, { columns: true, relax_quotes: true, escape: '\\' })

const calls = parse(readFileSync(openData('unga/un_roll_calls.csv')), {
  columns: true,
  relax_quotes: true,
  relax_column_count: true,
}) as Record<string, string>[]
const rcidOf = new Map(
  calls
    .filter((call) => /embargo/i.test(call.descr ?? '') && /cuba/i.test(call.descr ?? ''))
    .map((call) => [(call.unres ?? '').replace(/^(A\/RES|R)\//, ''), call]),
)
const byCall = Map.groupBy(
  csv(gunzipSync(readFileSync(openData('unga/un_votes.csv.gz'))).toString()),
  (row) => row.rcid!,
)

/** The file's days of sessions 47 to 57 are not those of the votes: its month is what it safely gives. */
const safely = (roll: Roll): string => (roll.session <= 57 ? roll.day.slice(0, 7) : roll.day)

function fromFile(roll: Roll): Line[] {
  const call = rcidOf.get(roll.resolution)
  return (byCall.get(call?.rcid ?? '') ?? []).map((row) => ({
    voter: seatOf(row.country_code!, roll.day),
    roll: roll.id,
    choice: row.vote!,
    when: safely(roll),
    source: 'unvotes',
    locator: `rcid ${call!.rcid}`,
  }))
}

/** Votes that United Nations records tell by name, each with its day. */
function fromRecords(roll: Roll): Line[] {
  return (['yes', 'no', 'abstain', 'absent'] as const).flatMap((choice) =>
    (roll.named[choice] ?? []).map((code) => ({
      voter: `seat:${code}`,
      roll: roll.id,
      choice,
      when: roll.day,
      source: 'un-records',
      url: roll.url,
      note: roll.note,
    })),
  )
}

/** Members of the United Nations: South Sudan is the 193rd, Montenegro the 192nd, Timor-Leste the 191st. */
const members = (day: string): number =>
  day >= '2011-07-14' ? 193 : day >= '2006-06-28' ? 192 : day >= '2002-09-27' ? 191 : Number.NaN

const CHOICES = ['yes', 'no', 'abstain'] as const
const count = (lines: readonly Line[], choice: string): number =>
  new Set(lines.filter((line) => line.choice === choice).map((line) => line.voter)).size

/** A choice is covered when the states told for it are as many as the announced result; the roll when every choice is. */
function coverage(roll: Roll, lines: readonly Line[], when: string, source: string): Line[] {
  const stated = roll.tally
  const id = `roll=${roll.id}`
  const told = Object.fromEntries(CHOICES.map((choice) => [choice, count(lines, choice)])) as unknown as Tally
  const { from, to } = daysOf(when)!
  const line = (roles: string, grade: string, note: string): Line => ({
    kind: 'vote',
    roles,
    from,
    to,
    grade,
    by: source === 'unvotes' ? 'unvotes (Voeten, Strezhnev, Bailey)' : 'United Nations',
    note,
    source,
  })
  const result = `Announced result ${stated.yes}-${stated.no}-${stated.abstain}`
  if (CHOICES.every((choice) => told[choice] === stated[choice])) {
    const whole = stated.yes + stated.no + stated.abstain + count(lines, 'absent') === members(roll.day)
    const roles = whole ? id : `${id}&choice=yes;no;abstain`
    return [line(roles, 'complete', `${result}; the states told cross-foot${whole ? '' : ', absences are not told'}.`)]
  }
  return CHOICES.filter((choice) => told[choice] > 0 || stated[choice] === 0).map((choice) => {
    const whole = told[choice] === stated[choice]
    const note = whole ? 'this choice cross-foots.' : `${told[choice]} told for this choice: it does not cross-foot.`
    const grade = whole ? 'complete' : told[choice] < stated[choice] ? 'lower-bound' : 'sample'
    return line(`${id}&choice=${choice}`, grade, `${result}; ${note}`)
  })
}

function votes(): { votes: Line[]; coverage: Line[] } {
  const out = { votes: [] as Line[], coverage: [] as Line[] }
  for (const roll of ROLLS) {
    const [file, named] = [fromFile(roll), fromRecords(roll)]
    out.votes.push(...file, ...named)
    const same = file.length > 0 && safely(roll) === roll.day && !roll.differs
    if (same) out.coverage.push(...coverage(roll, [...file, ...named], roll.day, 'unvotes'))
    else {
      if (file.length) out.coverage.push(...coverage(roll, file, safely(roll), 'unvotes'))
      if (named.length) out.coverage.push(...coverage(roll, named, roll.day, 'un-records'))
    }
  }
  return out
}

const LONG =
  'Necessity of ending the economic, commercial and financial embargo imposed by the United States of America against Cuba'
const rollNames = (): Line[] =>
  ROLLS.map((roll) => {
    const year = roll.day.slice(0, 4)
    return {
      id: roll.id,
      label: `resolution ${roll.resolution} on the United States embargo against Cuba (${year})`,
      aliases: [
        roll.document,
        `resolution ${roll.resolution}`,
        LONG,
        'embargo on Cuba',
        'embargo against Cuba',
        'US embargo on Cuba',
        'US embargo against Cuba',
        'American embargo on Cuba',
        'American embargo',
        'US embargo',
        'U.S. embargo on Cuba',
        'U.S. embargo against Cuba',
        'U.S. embargo',
        'United States embargo on Cuba',
        'United States embargo against Cuba',
        'Cuba embargo',
        'blockade of Cuba',
      ].join(';'),
      day: roll.day,
    }
  })

/** As the data set itself is told, so that a ledger with both keeps one fact of each. */
function chiefs(): { envoys: Line[]; names: Line[] } {
  const told = historianPocom.tell(folderFiles(openData('hsg-pocom')))
  const facts = told.facts.filter(({ kind, roles }) => kind === 'envoy' && roles.host === 'state:CUB')
  const sent = new Set(facts.map(({ roles }) => roles.person))
  return {
    envoys: facts.map(({ roles, when, note, cite }): Line => {
      const { person, sender, host, title, step } = roles as Record<string, string>
      const { source, url, locator } = cite
      return { person, sender, host, title, step, when, source, url, locator, note }
    }),
    names: told.names.flatMap(({ id, label, aliases }) =>
      sent.has(id) ? [{ id, label, aliases: aliases.join(';') }] : [],
    ),
  }
}

const built = votes()
const sent = chiefs()
const FACTS = ['when', 'telling', 'modality', 'least', 'most', 'source', 'url', 'quote', 'locator', 'speaker', 'note']
writeCsv(`${OUT}votes.csv`, ['roll', 'choice', 'voter', ...FACTS], built.votes)
writeCsv(
  `${OUT}coverage-votes.csv`,
  ['kind', 'roles', 'from', 'to', 'grade', 'by', 'note', 'source', 'url'],
  built.coverage,
)
writeCsv(`${OUT}envoys-of-the-united-states.csv`, ['person', 'sender', 'host', 'title', 'step', ...FACTS], sent.envoys)
const unique = [...new Map(sent.names.map((line) => [line.id, line])).values()]
writeCsv(`${OUT}names-built.csv`, ['id', 'label', 'aliases', 'day'], [...rollNames(), ...unique])
