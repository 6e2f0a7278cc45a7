import assert from 'node:assert/strict'
import { test } from 'node:test'
import { historianGsh } from '../../src/sources/historian-gsh.ts'
import { counted, pick, real, tellOf } from './shared.ts'

const territory = (
  id: string,
  name: string,
  since: string,
  until: string,
  before = '',
  type = 'independent-state',
) => ({
  [`territories/${id}.xml`]:
    `<territory><id>${id}</id><short-form-name>${name}</short-form-name><type-of-territory>${type}</type-of-territory>` +
    `<valid-since>${since}</valid-since><valid-until>${until}</valid-until>` +
    `<predecessors>${before && `<predecessor>${before}</predecessor>`}</predecessors><successors/></territory>`,
})
const spells = (told: ReturnType<typeof tellOf>) => told.facts.map(({ roles, when }) => `${roles.state} ${when}`)

test('a state that changed its name is one spell, with who was before it', () => {
  const told = tellOf(historianGsh, {
    ...territory('upper-volta-1984', 'Upper Volta', '1960', '1984', 'haute-1958'),
    ...territory('burkina-faso', 'Burkina Faso', '1984', '9999', 'upper-volta-1984'),
    ...territory('haute-1958', 'Upper Volta', '1947', '1960', '', 'dependency-or-area-of-special-sovereignty'),
  })
  assert.deepEqual(spells(told), ['state:BFA 1960/'])
  assert.equal(told.facts[0]?.note, 'Filed as Upper Volta, Burkina Faso. Before it: Upper Volta.')
  assert.equal(told.rows, 3)
})

test('a state that ended is not its successor, and a gap parts spells', () => {
  const told = tellOf(historianGsh, {
    ...territory('soviet-union-1991', 'Soviet Union', '1917', '1991'),
    ...territory('latvia-1940', 'Latvia', '1918', '1940'),
    ...territory('latvia', 'Latvia', '1991', '9999'),
  })
  assert.deepEqual(spells(told), ['state:LVA 1918/1940', 'state:LVA 1991/', 'state:SUN 1917/1991'])
})

test('faults are findings', () => {
  const told = tellOf(historianGsh, {
    ...territory('a', 'Cuba', '1950', '1902'),
    ...territory('b', 'Cuba', '-0800', '9999'),
    ...territory('c', 'Atlantis', '1900', '1950'),
    ...territory('d', 'Naples', '1130', '1815'),
  })
  assert.deepEqual(counted(told.findings), {
    'end-before-start': 1,
    'no-such-year': 1,
    'unknown-state': 1,
    'before-1816': 1,
  })
})

test('the real territories', (t) => {
  const told = real(t, historianGsh)
  if (!told) return
  assert.equal(told.rows, 577)
  const of = (state: string) => pick(told, { roles: { state } }).map(({ when }) => when)
  assert.deepEqual(of('state:ECU'), ['1830/'])
  assert.deepEqual(of('state:SUN'), ['1917/1991'])
  assert.deepEqual(of('state:DDR'), ['1949/1990'])
  assert.equal(told.findings.filter(({ kind }) => kind === 'end-before-start').length, 0)
})
