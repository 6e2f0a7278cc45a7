/** A package.json, as far as it is changed here. */
export interface Manifest {
  name: string
  version: string
  description: string
  license: string
  dependencies: Record<string, string>
  [field: string]: unknown
}

/** What the page alone is made of: it is in the built page, and need not be installed. */
export const PAGE = ['d3-geo', 'd3-scale', 'd3-shape', 'preact', 'topojson-client', 'world-atlas'] as const
/** What builds the page in a checkout. */
export const BUILDER = 'vite'

const entry = (path: string) => ({ types: `./dist/${path}.d.ts`, default: `./dist/${path}.js` })

/**
 * The package.json of the package, made of that of a checkout: its own Node, the page's parts, and what tests and builds need are
 * left out; what it exports is JavaScript with its types.
 */
export function packed(checkout: Manifest): Manifest {
  const { name, version, description, license, type, peerDependencies, peerDependenciesMeta } = checkout
  const left = new Set<string>([...PAGE, BUILDER])
  return {
    ...{ name, version, description, license, type },
    engines: { node: '>=24' },
    bin: { chancery: 'dist/cli/bin.js' },
    exports: {
      '.': entry('index'),
      './client': entry('client/index'),
      './package.json': './package.json',
    },
    files: checkout.files,
    dependencies: Object.fromEntries(Object.entries(checkout.dependencies).filter(([one]) => !left.has(one))),
    ...{ peerDependencies, peerDependenciesMeta },
  }
}
