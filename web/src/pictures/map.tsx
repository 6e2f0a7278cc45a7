import { geoEqualEarth, geoPath } from 'd3-geo'
import { useEffect, useState } from 'preact/hooks'
import { feature } from 'topojson-client'

/** One dot of a map. */
export interface Dot {
  id: string
  label: string
  lon?: number
  lat?: number
  /** The sign that stands for it, and in words. */
  sign: string
  says: string
  /** Drawn faint. */
  faint?: boolean
}

interface At extends Dot {
  x: number
  y: number
}

const ROUNDS = 80

/** Moves dots apart until none lies upon another, as near to their places as may be; the same each time. */
export function apart(dots: readonly At[], radius: number): At[] {
  const at = dots.map((dot) => ({ ...dot, home: [dot.x, dot.y] as const }))
  const least = radius * 2 + 1
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < at.length; i++)
      for (let j = i + 1; j < at.length; j++) {
        const [a, b] = [at[i]!, at[j]!]
        const [dx, dy] = [b.x - a.x || 0.01 * (j - i), b.y - a.y || 0.01]
        const far = Math.hypot(dx, dy)
        if (far >= least) continue
        const push = (least - far) / far / 2
        a.x -= dx * push
        a.y -= dy * push
        b.x += dx * push
        b.y += dy * push
      }
    if (round < ROUNDS - 30)
      for (const dot of at) {
        dot.x += (dot.home[0] - dot.x) * 0.06
        dot.y += (dot.home[1] - dot.y) * 0.06
      }
  }
  return at
}

/** Dots over a faint coast: no border is drawn. */
export function WorldMap({
  dots,
  width,
  label,
  choose,
}: {
  dots: readonly Dot[]
  width: number
  label: string
  choose(id: string): void
}) {
  const height = Math.round(width * 0.5)
  const radius = width > 900 ? 7 : width > 600 ? 5 : width > 420 ? 3.6 : 2.8
  const projection = geoEqualEarth()
    .rotate([-11, 0])
    .fitExtent(
      [
        [4, 4],
        [width - 4, height - 4],
      ],
      { type: 'Sphere' },
    )
  const land = useLand()
  const path = geoPath(projection)
  const set = dots.flatMap((dot): At[] => {
    if (dot.lon === undefined || dot.lat === undefined) return []
    const point = projection([dot.lon, dot.lat])
    return point ? [{ ...dot, x: point[0], y: point[1] }] : []
  })
  return (
    <svg class="map" width={width} height={height} role="img" aria-label={label}>
      {land && <path class="land" d={path(land) ?? ''} />}
      {apart(set, radius).map((dot) => (
        // The lists below name every dot as a button: this is the way of the mouse alone.
        // biome-ignore lint/a11y/noStaticElementInteractions: as said
        <g
          key={dot.id}
          class={dot.faint ? 'spot faint' : 'spot'}
          transform={`translate(${dot.x.toFixed(1)} ${dot.y.toFixed(1)})`}
          onClick={() => choose(dot.id)}
        >
          <title>{`${dot.label}: ${dot.says}`}</title>
          <Spot sign={dot.sign} r={radius} />
        </g>
      ))}
    </svg>
  )
}

/** A sign for each choice, told apart by form and not by colour alone. */
export function Spot({ sign, r }: { sign: string; r: number }) {
  switch (sign) {
    case 'yes':
      return <circle class="spot-yes" r={r} />
    case 'no':
      return <rect class="spot-no" x={-r * 0.9} y={-r * 0.9} width={r * 1.8} height={r * 1.8} />
    case 'abstain':
      return (
        <>
          <circle class="spot-abstain" r={r} />
          <path class="spot-abstain full" d={`M0 ${-r}A${r} ${r} 0 0 0 0 ${r}Z`} />
        </>
      )
    case 'absent':
      return (
        <path
          class="spot-absent"
          d={`M${-r * 0.8} ${-r * 0.8}L${r * 0.8} ${r * 0.8}M${-r * 0.8} ${r * 0.8}L${r * 0.8} ${-r * 0.8}`}
        />
      )
    case 'differs':
      return <path class="spot-differs" d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} />
    default:
      return <circle class="spot-untold" r={r * 0.75} />
  }
}

type Land = ReturnType<typeof feature>

/** The coasts of the world, loaded when a map is first shown. */
function useLand(): Land | undefined {
  const [land, setLand] = useState<Land>()
  useEffect(() => {
    let gone = false
    import('world-atlas/land-110m.json').then(
      ({ default: topology }) => !gone && setLand(feature(topology, topology.objects.land)),
      () => {},
    )
    return () => {
      gone = true
    }
  }, [])
  return land
}
