import { OwnTable } from '../research/own-table.tsx'
import { Panel } from '../research/panel.tsx'
import './research.css'

/** A researcher's own table, read, mended and filed; and the panel of pairs by year to take away. */
export default function Research() {
  return (
    <section class="column research">
      <h1>Research</h1>
      <OwnTable />
      <Panel />
    </section>
  )
}
