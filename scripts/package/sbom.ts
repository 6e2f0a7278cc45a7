import { closure, type Lock, nameOf, needs } from './lock.ts'
import { BUILDER, type Manifest, PAGE, packed } from './manifest.ts'

/** Licences of packages that name none in their package.json, from the licence file that they carry. */
const BY_FILE: Readonly<Record<string, string>> = { 'png-js': 'MIT' }

const purl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

function licenceOf(name: string, licence: string | undefined) {
  const said = licence ?? BY_FILE[name]
  if (!said) throw new Error(`${name} names no licence: see its licence file, and note it in BY_FILE`)
  return [/[ ()]/.test(said) ? { expression: said } : { license: { id: said } }]
}

/**
 * The bill of materials in CycloneDX 1.5: each package that the project depends on, with version, licence and hash. Those of scope
 * `required` are installed with the package or are part of its page; those `excluded` only build it. The same lock gives the same bytes.
 */
export function sbom(manifest: Manifest, lock: Lock): string {
  const all = closure(lock, Object.keys(manifest.dependencies))
  const shipped = new Set(closure(lock, [...Object.keys(packed(manifest).dependencies), ...PAGE]))
  const ref = (path: string): string => (path ? purl(nameOf(path), lock[path]!.version) : own)
  const own = purl(manifest.name, manifest.version)
  const components = all.map((path) => {
    const { version, license, integrity } = lock[path]!
    const name = nameOf(path)
    return {
      ...{ type: 'library', 'bom-ref': ref(path), name, version },
      scope: shipped.has(path) ? 'required' : 'excluded',
      ...(integrity?.startsWith('sha512-') && { hashes: [hashOf(integrity)] }),
      ...{ licenses: licenceOf(name, license), purl: purl(name, version) },
    }
  })
  const dependencies = ['', ...all].map((path) => ({
    ref: ref(path),
    dependsOn: unique((path ? needs(lock, path) : closureRoots(lock, manifest)).map(ref)),
  }))
  const { name, version, description } = manifest
  const component = { type: 'application', 'bom-ref': own, name, version, description, purl: own }
  const metadata = { component: { ...component, licenses: licenceOf(name, manifest.license) } }
  const head = { bomFormat: 'CycloneDX', specVersion: '1.5', version: 1, metadata }
  return `${JSON.stringify({ ...head, components: once(components), dependencies: onceRef(dependencies) }, null, 1)}\n`
}

const hashOf = (integrity: string) => ({
  alg: 'SHA-512',
  content: Buffer.from(integrity.slice(7), 'base64').toString('hex'),
})

/** What the project itself asks for; what only builds is named too. */
const closureRoots = (lock: Lock, { dependencies }: Manifest): string[] =>
  [...Object.keys(dependencies), BUILDER].map((name) => `node_modules/${name}`).filter((path) => lock[path])

const unique = (refs: string[]): string[] => [...new Set(refs)].sort()
/** One version may be installed in several places. */
const once = <T extends { 'bom-ref': string; scope: string }>(list: T[]): T[] => {
  const requiredLast = list.toSorted((a, b) => (a.scope < b.scope ? -1 : 1))
  const kept = [...new Map(requiredLast.map((one) => [one['bom-ref'], one])).values()]
  return kept.sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1))
}
const onceRef = <T extends { ref: string }>(list: T[]): T[] => [...new Map(list.map((one) => [one.ref, one])).values()]
