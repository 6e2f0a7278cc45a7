import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { buildPage } from '../../src/http/build.ts'

/** What Node reads beside the code: weights, atlas tables. */
const DATA = ['src/**/*.tsv', 'src/**/*.bin']

/** Writes `dist/`: JavaScript of `src/` with its types, the data that it reads, and the built page. */
export async function emit(root: string): Promise<void> {
  const dist = join(root, 'dist')
  rmSync(dist, { recursive: true, force: true })
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
    cwd: root,
    // What npm is to print, its standard output, is not ours.
    stdio: ['ignore', 2, 2],
  })
  for (const file of globSync('**/*.d.ts', { cwd: dist })) asJavaScript(join(dist, file))
  for (const file of globSync(DATA, { cwd: root })) copy(join(root, file), join(dist, file.slice('src/'.length)))
  chmodSync(join(dist, 'cli/bin.js'), 0o755)
  await buildPage(join(dist, 'web'))
}

/** tsc leaves `.ts` in the imports of declarations, where there is none any more. */
function asJavaScript(file: string): void {
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/((?:from |import\()['"]\.[^'"\n]*)\.ts(?=['"])/g, '$1.js'))
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  cpSync(from, to)
}
