import assert from 'node:assert/strict'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { daysOf } from '../../src/model/when.ts'
import { readPack } from '../../src/sources/packs.ts'

const pack = (name: string) => readPack(join(import.meta.dirname, '../../data', name))
const since1990 = pack('leaders-since-1990')
const before1990 = pack('heads-of-government')
const names = ['leaders-since-1990', 'heads-of-government', 'visits-to-us', 'states-and-offices'].flatMap(
  (name) => pack(name).names,
)
const tenuresOf = ({ facts }: typeof since1990) =>
  facts.map(({ roles, when, note }) => {
    const { from, to } = daysOf(when!)!
    return {
      office: roles.office as string,
      person: roles.person as string,
      coarse: when!.split('/').some((end) => /^\d{4}$/.test(end)),
      acting: /^Acting/.test(note ?? ''),
      from,
      to,
    }
  })
const tenures = [...tenuresOf(since1990), ...tenuresOf(before1990)]
const holders = (office: string, day: string): string[] =>
  tenures
    .filter((term) => term.office === `office:${office}` && term.from <= day && day <= term.to)
    .map((term) => names.find((name) => name.id === term.person)!.label)

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
  ['prime-minister/FRA', '1965-01-01', 'Georges Pompidou'],
  ['prime-minister/FRA', '1991-06-01', 'Édith Cresson'],
  ['prime-minister/TUR', '1961-01-01', 'Cemal Gürsel'],
  ['prime-minister/ISL', '1965-01-01', 'Bjarni Benediktsson'],
  ['prime-minister/ISL', '2017-06-01', 'Bjarni Benediktsson (born 1970)'],
  ['prime-minister/ZAF', '1984-12-01', ''],
  ['prime-minister/MYS', '1959-06-01', 'Tun Abdul Razak'],
  ['prime-minister/TUN', '1960-01-01', ''],
  ['chancellor/AUT', '1975-01-01', 'Bruno Kreisky'],
  ['prime-minister/YUG', '1975-01-01', 'Dzemal Bijedic'],
]

describe('who held an office', () => {
  for (const [office, day, name] of ROWS)
    test(`${office} on ${day}`, () => assert.deepEqual(holders(office, day), name ? [name] : []))
})

test('nobody holds an office together with another for more than the month, or the year, of the handover', () => {
  const ALLOWED = 31 * 86_400_000
  for (const [office, terms] of Map.groupBy(tenures, (term) => term.office)) {
    const sorted = terms.toSorted((a, b) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1))
    sorted.slice(1).forEach((term, i) => {
      const before = sorted[i]!
      const overlap = Date.parse(before.to) - Date.parse(term.from)
      const year = before.coarse && term.coarse && before.to.slice(0, 4) === term.from.slice(0, 4)
      assert.ok(year || overlap < ALLOWED, `${office}: ${sorted[i]!.person}, ${term.person}`)
    })
  }
})

test('what is said to be whole is told from its first day', () => {
  for (const { roles, from, to } of [...since1990.coverage, ...before1990.coverage]) {
    const terms = tenures.filter((term) => term.office === roles.office)
    if (!terms.length) continue
    assert.ok(
      terms.some((term) => term.from <= to && term.to >= from),
      String(roles.office),
    )
  }
})

test('a name means one person in a pack', () => {
  for (const one of [since1990, before1990]) {
    const seen = new Map<string, string>()
    for (const { id, label, aliases } of one.names) {
      if (!id.startsWith('person:')) continue
      for (const name of [label, ...aliases]) {
        assert.ok((seen.get(name) ?? id) === id, `${name}: ${seen.get(name)} and ${id}`)
        seen.set(name, id)
      }
    }
  }
})

test('who held offices in two generations is two persons', () => {
  const YEARS = 40 * 366 * 86_400_000
  for (const [person, terms] of Map.groupBy(tenures, (term) => term.person)) {
    const sorted = terms.toSorted((a, b) => (a.from < b.from ? -1 : 1))
    for (const [i, term] of sorted.slice(1).entries())
      assert.ok(Date.parse(term.from) - Date.parse(sorted[i]!.to) < YEARS, person)
  }
})
