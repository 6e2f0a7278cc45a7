import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from '../../src/read/index.ts'

const roleOf = (text: string, kind: string, role: string): unknown =>
  read({ id: 't', text, date: '2022-05-12' }).claims.find((c) => c.kind === kind && c.is === 'so')?.roles[role]

const NAMED: readonly [text: string, kind: string, role: string, id: string][] = [
  ['Wang Yi arrived in Oman on Saturday.', 'visit', 'visitor', 'person:wang-yi'],
  ['Guillaume Ruzoviyo, a career diplomat, visited Oman.', 'visit', 'visitor', 'person:guillaume-ruzoviyo'],
  ['The Low-Intensity Conflict Chris Maier visited Oman.', 'visit', 'visitor', ''],
]

for (const [text, kind, role, id] of NAMED) {
  test(`who is named: ${text}`, () => {
    const found = roleOf(text, kind, role) as { id?: string } | undefined
    if (id) assert.equal(found?.id, id)
    else assert.ok(!JSON.stringify(found ?? '').includes('intensity'), JSON.stringify(found))
  })
}
