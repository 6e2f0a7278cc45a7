import { scaleLinear } from 'd3-scale'

/** A day as years since year 0, so that a scale over them is linear: `1950-07-02` is about 1950.5. */
export function yearsOf(day: string): number {
  const year = Number(day.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return year + (Date.parse(`${day}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start)
}

/** Years along a width, with round years to write below. */
export function yearScale(from: number, to: number, width: number) {
  const x = scaleLinear([from, to], [0, width])
  const ticks = x.ticks(Math.max(2, Math.floor(width / 90))).filter((year) => Number.isInteger(year))
  return { x: (year: number) => Math.round(x(Math.min(Math.max(year, from), to)) * 10) / 10, ticks }
}
export type YearScale = ReturnType<typeof yearScale>
