import assert from 'node:assert/strict'
import { test } from 'node:test'
import { memoryLedger } from '../../src/keep/memory.ts'
import { documentOf } from '../../src/run/document.ts'
import { fileDocument } from '../../src/run/file.ts'
import { personReport } from '../../src/run/person.ts'
import { redact } from '../../src/run/redact.ts'
import { on, told, visit } from '../keep/stores.ts'

test('a person who is redacted has no report any more, and what still has the name is listed', async () => {
  const ledger = memoryLedger()
  const other = told('relations', { between: ['state:ECU', 'state:PER'], step: 'established' }, '1950', {
    cite: { source: 'list', quote: 'Zoe Zimmer signed.' },
  })
  const names = [{ id: 'person:zoe-zimmer', label: 'Zoe Zimmer', aliases: [] }]
  const { facts } = await ledger.add({ facts: [visit('zoe-zimmer', 'ECU', '1950'), other], names }, on('2024-01-01'))
  const doc = documentOf('A text on Zoe Zimmer and others.')
  await fileDocument(ledger, doc, [], on('2024-01-01'))
  assert.equal((await personReport(ledger, 'person:zoe-zimmer')).facts.length, 1)
  const { gone, named } = await redact(ledger, 'person:zoe-zimmer', 'asked to', on('2024-01-02', 'ana'))
  assert.deepEqual([gone.length, named], [2, [doc.id, facts[1]]])
  await assert.rejects(personReport(ledger, 'person:zoe-zimmer'), { code: 'not-found' })
})
