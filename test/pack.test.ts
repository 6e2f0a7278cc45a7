import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { closure, lockOf, nameOf } from '../scripts/package/lock.ts'
import { BUILDER, type Manifest, PAGE, packed } from '../scripts/package/manifest.ts'
import { kept, restore } from '../scripts/package/restore.ts'
import { sbom } from '../scripts/package/sbom.ts'
import { envOf, install, manifest, packCopy, type Ran, ROOT, run } from './pack/packed.ts'

const scratch = mkdtempSync(join(tmpdir(), 'chancery-pack-'))
after(() => rmSync(scratch, { recursive: true, force: true }))

/** A package, or a module of it, that JavaScript imports. */
const IMPORTED = /(?:^(?:import|export)(?: [^'"]*?from)? |\bimport\()['"]([@\w][^'"\n]*)['"]/gm
const CLAIM = 'Ecuador has diplomatic relations with Israel.'

describe('the package', () => {
  const [copy, empty, home] = ['copy', 'empty', 'home'].map((name) => join(scratch, name)) as [string, string, string]
  const env = envOf(home)
  const own = join(empty, 'node_modules/chancery')
  const inOwn = (name: string): string => readFileSync(join(own, name), 'utf8')
  const npx = (...args: string[]): Promise<Ran> => run(empty, env, 'npx', '--loglevel=error', 'chancery', ...args)
  let files: string[] = []

  before(async () => {
    for (const folder of [copy, empty, home]) mkdirSync(folder)
    const tarball = await packCopy(copy, env)
    const installed = await install(tarball, empty, env)
    assert.equal(installed.code, 0, installed.err)
    files = globSync('**/*', { cwd: own, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(own.length + 1))
  })

  test('holds JavaScript with its types, data and the page, and nothing of tests, benches and pictures', () => {
    const folders = new Set(files.map((file) => file.split('/')[0]))
    assert.deepEqual(
      [...folders].sort(),
      'CHANGELOG.md LICENSE LICENSE-weights README.md data dist docs examples package.json'.split(' '),
    )
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    assert.deepEqual(sources, [])
    assert.deepEqual(
      files.filter((file) => /\.test\.|\.png$|\/train\/|\.vite/.test(file)),
      [],
    )
    for (const needed of ['grammar/en/weights.bin', 'grammar/en/entities.bin', 'atlas/data/states.tsv', 'index.d.ts'])
      assert.ok(files.includes(`dist/${needed}`), needed)
    for (const needed of ['web/index.html', 'client/index.js', 'sources/wikidata/states.tsv', 'intake/worker.js'])
      assert.ok(files.includes(`dist/${needed}`), needed)
    for (const pack of globSync('data/*/*', { cwd: ROOT })) assert.ok(files.includes(pack), pack)
  })

  test('imports no TypeScript, and names no folder of the machine that packed it', () => {
    const code = files.filter((file) => /^dist\/.*\.(?:js|d\.ts)$/.test(file))
    const wrong = code.filter((file) => /(?:from |import\()['"]\.[^'"\n]*\.ts['"]/.test(inOwn(file)))
    assert.deepEqual(wrong, [])
    const told = files.filter((file) => !file.endsWith('.bin') && inOwn(file).includes(scratch))
    assert.deepEqual(told, [])
    assert.ok(code.length > 500)
  })

  test('runs no script when it is installed, and may be published', () => {
    const shipped = JSON.parse(inOwn('package.json'))
    assert.deepEqual([shipped.scripts, shipped.private, shipped.devDependencies], [undefined, undefined, undefined])
    assert.deepEqual(shipped, packed(manifest))
  })

  test('declares every package that its code imports, and its fonts', () => {
    const code = files.filter((file) => /^dist\/(?!web\/).*\.js$/.test(file)).map(inOwn)
    const names = code.flatMap((text) => [...text.matchAll(IMPORTED)].map(([, name]) => name!))
    const foreign = new Set(names.filter((name) => !name.startsWith('node:')).map(packageOf))
    const { dependencies, peerDependencies } = packed(manifest) as Manifest & { peerDependencies: object }
    const declared = new Set(Object.keys({ ...dependencies, ...peerDependencies }))
    // The page is there already built.
    assert.deepEqual(
      [...foreign].filter((name) => !declared.has(name)),
      [BUILDER],
    )
    assert.ok([...declared].some((name) => name.startsWith('@fontsource/')))
  })

  test('npx chancery: its version, a claim, the same again', async () => {
    assert.deepEqual(await npx('--version'), { code: 0, out: `${manifest.version}\n`, err: '' })
    const claim = await npx('check', '--claim', CLAIM, '--date', '2022-05-11', '--format', 'json')
    assert.equal(claim.err, '')
    assert.equal(JSON.parse(claim.out).verdict, 'supported')
    assert.deepEqual(await npx('check', '--claim', CLAIM, '--date', '2022-05-11', '--format', 'json'), claim)
  })

  test('an older Node is told what is needed, in one line', async () => {
    const older = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'20.1.0'})`
    const { code, out, err } = await run(empty, env, process.execPath, '--import', older, join(own, 'dist/cli/bin.js'))
    assert.deepEqual([code, out], [3, ''])
    assert.match(err, /^chancery: Node 20\.1\.0 is too old: install Node 24 or later[^\n]*\n$/)
  })

  test('import { read, Chancery } from "chancery", and the client alone', async () => {
    const script = join(empty, 'use.js')
    writeFileSync(
      script,
      `import { read, Chancery, openLedger, check } from 'chancery'
      import { Chancery as Client } from 'chancery/client'
      const text = 'The president of Ecuador visited Israel on 11 May 2022.'
      const { claims } = read(text)
      const ledger = await openLedger(':memory:')
      const checked = await check(ledger, ${JSON.stringify(CLAIM)}, { date: '2022-05-11' })
      await ledger.close()
      console.log(JSON.stringify([claims.map(({ kind, when, quote }) => [kind, when, quote]), checked.claims[0].verdict, Client === Chancery]))`,
    )
    const { out, err } = await run(empty, env, process.execPath, script)
    assert.equal(err, '')
    assert.deepEqual(JSON.parse(out), [
      [['visit', '2022-05-11', 'The president of Ecuador visited Israel on 11 May 2022']],
      'supported',
      true,
    ])
  })

  test('has types', async () => {
    writeFileSync(
      join(empty, 'typed.ts'),
      `import { type Claim, Chancery, read } from 'chancery'
      export const claims: Claim[] = read('').claims
      export const name: Promise<string> = new Chancery({ url: 'http://127.0.0.1' }).dossier('A', 'B').then((d) => d.pair[0].id)
      // @ts-expect-error: claims are no number
      export const wrong: number = claims
      // @ts-expect-error: no such method
      new Chancery({ url: '' }).nothing()`,
    )
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    const types = ['--types', 'node', '--typeRoots', join(ROOT, 'node_modules/@types')]
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2024', ...types]
    const { out } = await run(empty, env, process.execPath, tsc, ...flags, 'typed.ts')
    assert.equal(out, '')
  })

  test('serves the page that it came with, and does what takes threads, workers and fonts', async (t) => {
    const args = [join(own, 'dist/cli/bin.js'), 'serve', '--port', '0', '--no-open']
    const child = spawn(process.execPath, args, { cwd: empty, env, stdio: ['ignore', 'pipe', 'pipe'] })
    t.after(() => child.kill('SIGKILL'))
    let said = ''
    child.stderr.on('data', (piece) => {
      said += piece
    })
    const address = String((await once(child.stdout, 'data'))[0]).trim()
    assert.match(await (await fetch(address)).text(), /<title>Chancery<\/title>/)
    const { examples } = (await (await fetch(new URL('/api/examples', address))).json()) as { examples: unknown[] }
    assert.equal(examples.length, 2)
    assert.doesNotMatch(said, /building/)

    const post = (path: string, body: unknown): Promise<Response> =>
      fetch(new URL(path, address), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    // By a thread, by a worker that reads files, and with the fonts.
    const checked = await (await post('/api/check', { text: CLAIM, date: '2022-05-11' })).json()
    assert.equal((checked as { claims: { outcome: string }[] }).claims[0]?.outcome, 'supported')
    const page = `<html><head><title>T</title></head><body><article><p>${'Ecuador opened an embassy in Israel in 2022. '.repeat(9)}</p></article></body></html>`
    const opened = await (
      await post('/api/open', { name: 'a.html', bytes: Buffer.from(page).toString('base64') })
    ).json()
    assert.match((opened as { text: string }).text, /embassy/)
    const asked = { a: 'ECU', b: 'ISR', on: '2022-05-10', format: 'pdf' }
    const file = Buffer.from(await (await post('/api/briefing/file', asked)).arrayBuffer())
    assert.equal(file.subarray(0, 5).toString(), '%PDF-')
  })

  test('carries a bill of materials that names all that is installed with it', () => {
    const { components } = JSON.parse(inOwn('dist/sbom.cdx.json')) as { components: Component[] }
    const required = new Set(components.filter((c) => c.scope === 'required').map((c) => `${c.name}@${c.version}`))
    const lock = lockOf(ROOT)
    const installed = closure(lock, Object.keys(packed(manifest).dependencies))
    const missing = installed.filter((path) => !required.has(`${nameOf(path)}@${lock[path]!.version}`))
    assert.deepEqual(missing, [])
    assert.ok(installed.length > 100)
  })

  test('the checkout has its own package.json back', () => {
    assert.deepEqual(JSON.parse(readFileSync(join(copy, 'package.json'), 'utf8')), manifest)
  })
})

interface Component {
  name: string
  version: string
  scope: string
  licenses: ({ license: { id: string } } | { expression: string })[]
}

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

test('the bill of materials names every production dependency with version and licence, the same bytes each time', () => {
  const lock = lockOf(ROOT)
  const text = sbom(manifest, lock)
  assert.equal(sbom(manifest, lock), text)
  const { components, metadata } = JSON.parse(text) as { components: Component[]; metadata: { component: Component } }
  assert.equal(metadata.component.version, manifest.version)
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    const found = components.find((c) => c.name === name && c.version === version)
    assert.ok(found, `${name} ${version}`)
    assert.equal(found.scope, name === BUILDER ? 'excluded' : 'required', name)
  }
  for (const { name, licenses } of components) assert.ok(licenses.length > 0, name)
  assert.ok(PAGE.every((name) => components.some((c) => c.name === name)))
  assert.doesNotMatch(text, /https?:\/\/(?!cyclonedx)/)
})

test('a package.json that somebody wrote while packing was cut short is left as it is', () => {
  const root = join(scratch, 'cut short')
  mkdirSync(join(root, '.cache'), { recursive: true })
  const path = join(root, 'package.json')
  writeFileSync(path, '{"scripts":{},"new":true}')
  writeFileSync(kept(root), '{"scripts":{},"old":true}')
  restore(root)
  assert.equal(readFileSync(path, 'utf8'), '{"scripts":{},"new":true}')
  writeFileSync(path, JSON.stringify(packed(manifest)))
  writeFileSync(kept(root), '{"scripts":{},"old":true}')
  restore(root)
  assert.equal(readFileSync(path, 'utf8'), '{"scripts":{},"old":true}')
})
