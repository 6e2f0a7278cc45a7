import assert from 'node:assert/strict'
import { test } from 'node:test'
import { definitionOf } from '../../src/model/kinds/index.ts'
import { ENGLISH } from '../../src/read/en/index.ts'

test('the slots of a role stand in order, apart by spaces; bars join words, and slots only in needs', () => {
  for (const { kind, frames } of ENGLISH)
    for (const { on, roles } of frames)
      for (const [role, slots] of Object.entries(roles)) {
        assert.doesNotMatch(slots, /[|]|^ | {2}| $/, `${kind} ${on}: ${role}`)
        assert.ok(definitionOf(kind).roles[role], `${kind} ${on}: ${role} is a role`)
      }
})
