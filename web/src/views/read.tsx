import type { ViewProps } from '../routes.ts'

export default function Read(_: ViewProps) {
  return (
    <section class="column">
      <h1>Read</h1>
    </section>
  )
}
