import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { daysOf } from '../../src/model/when.ts'
import { readPack } from '../../src/sources/packs.ts'

const pack = readPack(join(import.meta.dirname, '../../data/leaders-since-1990'))
const tenures = pack.facts.map(({ roles, when, note }) => {
  const { from, to } = daysOf(when!)!
  return {
    office: roles.office as string,
    person: roles.person as string,
    acting: /^Acting/.test(note ?? ''),
    from,
    to,
  }
})
const holders = (office: string, day: string): string[] =>
  tenures
    .filter((term) => term.office === `office:${office}` && term.from <= day && day <= term.to)
    .map((term) => pack.names.find((name) => name.id === term.person)!.label)

/** An office, a day, who held it. */
const ROWS: [office: string, day: string, name: string][] = [
  ['president/DZA', '2005-01-01', 'Abdelaziz Bouteflika'],
  ['president/NGA', '1996-01-01', 'Sani Abacha'],
  ['prime-minister/ETH', '2019-10-11', 'Abiy Ahmed'],
  ['president/RWA', '2010-01-01', 'Paul Kagame'],
  ['monarch/MAR', '2020-12-10', 'Mohammed VI'],
  ['president/PER', '1995-01-01', 'Alberto Fujimori'],
  ['president/BOL', '2010-01-01', 'Evo Morales'],
  ['president/VEN', '2007-01-01', 'Hugo Chávez'],
  ['president/DOM', '2023-01-01', 'Luis Abinader'],
  ['prime-minister/PAK', '1999-01-01', 'Nawaz Sharif'],
  ['prime-minister/THA', '2013-01-01', 'Yingluck Shinawatra'],
  ['president/IDN', '1990-06-01', 'Suharto'],
  ['president/LKA', '2023-01-01', 'Ranil Wickremesinghe'],
  ['emir/QAT', '2022-12-01', ''],
  ['monarch/QAT', '2022-12-01', 'Tamim bin Hamad Al Thani'],
  ['president/SYR', '2010-01-01', 'Bashar al-Assad'],
  ['prime-minister/LBN', '1995-01-01', 'Rafic Hariri'],
  ['prime-minister/HUN', '2015-01-01', 'Viktor Orbán'],
  ['prime-minister/GRC', '2020-01-01', 'Kyriakos Mitsotakis'],
  ['president/SRB', '2022-01-01', 'Aleksandar Vučić'],
  ['prime-minister/NZL', '2019-03-15', 'Jacinda Ardern'],
  ['president/FRA', '2000-01-01', ''],
  ['secretary-general/nato', '1999-04-24', 'Javier Solana'],
  ['secretary-general/arab-league', '2005-01-01', 'Amr Moussa'],
  ['president/european-commission', '1990-01-01', 'Jacques Delors'],
  ['chairperson/african-union-commission', '2014-01-01', 'Nkosazana Dlamini-Zuma'],
  ['president/BEL', '2000-01-01', ''],
]

describe('who held an office', () => {
  for (const [office, day, name] of ROWS)
    test(`${office} on ${day}`, () => assert.deepEqual(holders(office, day), name ? [name] : []))
})

test('nobody holds an office together with another for more than the month of the handover', () => {
  const ALLOWED = 31 * 86_400_000
  for (const [office, terms] of Map.groupBy(tenures, (term) => term.office)) {
    const sorted = terms.toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
    sorted.slice(1).forEach((term, i) => {
      const overlap = Date.parse(sorted[i]!.to) - Date.parse(term.from)
      assert.ok(overlap < ALLOWED, `${office}: ${sorted[i]!.person}, ${term.person}`)
    })
  }
})

test('what is said to be whole is told from its first day', () => {
  for (const { roles, from, to } of pack.coverage) {
    const terms = tenures.filter((term) => term.office === roles.office)
    if (!terms.length) continue
    assert.ok(
      terms.some((term) => term.from <= to && term.to >= from),
      String(roles.office),
    )
  }
})

test('a name means one person in the pack', () => {
  const seen = new Map<string, string>()
  for (const { id, label, aliases } of pack.names) {
    if (!id.startsWith('person:')) continue
    for (const name of [label, ...aliases]) {
      assert.ok((seen.get(name) ?? id) === id, `${name}: ${seen.get(name)} and ${id}`)
      seen.set(name, id)
    }
  }
})
