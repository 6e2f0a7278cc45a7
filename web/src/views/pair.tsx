import type { ViewProps } from '../routes.ts'

export default function Pair({ params }: ViewProps) {
  return (
    <section class="column">
      <h1>Pair</h1>
      <p>{Object.values(params).join(' – ')}</p>
    </section>
  )
}
