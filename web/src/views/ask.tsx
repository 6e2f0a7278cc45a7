import type { ViewProps } from '../routes.ts'

export default function Ask({ params }: ViewProps) {
  return (
    <section class="column">
      <h1>Ask</h1>
      <p>{Object.values(params).join(' – ')}</p>
    </section>
  )
}
