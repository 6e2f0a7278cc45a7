import type { ViewProps } from '../routes.ts'

export default function Sources({ params }: ViewProps) {
  return (
    <section class="column">
      <h1>Sources</h1>
      <p>{Object.values(params).join(' – ')}</p>
    </section>
  )
}
