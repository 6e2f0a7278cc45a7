import type { ViewProps } from '../routes.ts'

export default function Roll({ params }: ViewProps) {
  return (
    <section class="column">
      <h1>Roll</h1>
      <p>{Object.values(params).join(' – ')}</p>
    </section>
  )
}
