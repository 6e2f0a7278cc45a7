/**
 * `npm pack` and `npm publish` run this first: `dist/`, the bill of materials, and the package.json of the package in the place
 * of the checkout's, which `restore.ts` puts back.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { emit } from './emit.ts'
import { lockOf } from './lock.ts'
import { type Manifest, packed } from './manifest.ts'
import { kept, restore } from './restore.ts'
import { sbom } from './sbom.ts'

const root = join(import.meta.dirname, '../..')
const path = join(root, 'package.json')

// One that was ended before its time left the package's own behind.
restore(root)
const before = readFileSync(path, 'utf8')
const manifest = JSON.parse(before) as Manifest
await emit(root)
writeFileSync(join(root, 'dist/sbom.cdx.json'), sbom(manifest, lockOf(root)))
if (existsSync(kept(root))) throw new Error(`${kept(root)} is there: another npm pack runs in this checkout`)
mkdirSync(dirname(kept(root)), { recursive: true })
writeFileSync(kept(root), before, { flag: 'wx' })
writeFileSync(path, `${JSON.stringify(packed(manifest), null, 2)}\n`)
