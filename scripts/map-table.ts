/**
 * Writes `src/show/views/map.table.ts`: where a dot for each state stands on a map, the middle of its largest piece of land to
 * half a degree, from Natural Earth 1:10m (public domain) as the package world-atlas has it. `node scripts/map-table.ts`
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { geoArea, geoCentroid } from 'd3-geo'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { byIsoNumber } from '../src/sources/iso-numeric.ts'

const ROOT = join(import.meta.dirname, '..')
const topology = JSON.parse(
  readFileSync(join(ROOT, 'node_modules/world-atlas/countries-10m.json'), 'utf8'),
) as Topology<{ countries: GeometryCollection<{ name: string }> }>

/** States that ended, and one that the file has under no number, by hand: the middle of the land that each had. */
const BY_HAND: Readonly<Record<string, [number, number]>> = {
  SUN: [60, 58],
  CSK: [17.5, 49.5],
  DDR: [13, 52.5],
  YUG: [19, 44],
  SCG: [20.5, 44],
  YMD: [48.5, 15],
  XKX: [21, 42.5],
  zanzibar: [39.5, -6],
}

const half = (n: number): number => Math.round(n * 2) / 2

function largest(shape: Polygon | MultiPolygon): Polygon {
  if (shape.type === 'Polygon') return shape
  const pieces = shape.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  return pieces.reduce((best, piece) => (geoArea(piece) > geoArea(best) ? piece : best))
}

const found = new Map<string, [number, number]>(Object.entries(BY_HAND))
for (const { id, geometry } of feature(topology, topology.objects.countries).features as Feature<
  Polygon | MultiPolygon
>[]) {
  const state = id === undefined ? undefined : byIsoNumber(String(id), '2024-01-01')
  if (!state?.startsWith('state:')) continue
  const code = state.slice('state:'.length)
  if (!geometry || found.has(code)) continue
  const [lon, lat] = geoCentroid(largest(geometry))
  found.set(code, [half(lon), half(lat)])
}
const rows = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, [lon, lat]]) => `${code} ${lon} ${lat}`)
writeFileSync(
  join(ROOT, 'src/show/views/map.table.ts'),
  `/**
 * Where a dot for each state stands: longitude and latitude of the middle of its largest piece of land, to half a degree; from
 * Natural Earth 1:10m (public domain) by \`scripts/map-table.ts\`, states that ended by hand. It says nothing of borders.
 */
export const PLACES = \`
${rows.join('\n')}\`
`,
)
console.log(rows.length)
