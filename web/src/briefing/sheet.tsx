import type { Briefing, Group, Line, Section } from '../../../src/show/views/briefing.ts'
import { Footnote } from './footnote.tsx'

/** The paper as it is read on the page. */
export function Sheet({ briefing }: { briefing: Briefing }) {
  const { since } = briefing
  return (
    <article class="sheet">
      <h2 class="title">{briefing.title}</h2>
      <p class="sub">{briefing.subtitle}</p>
      {since && (
        <p class="differs">
          Against the issue of {since.drawn}: {since.new} new, {since.changed} changed, {since.gone} gone.
        </p>
      )}
      {briefing.sections.map((section) => (
        <Part key={section.id} section={section} />
      ))}
      <p class="closing">{briefing.closing}</p>
      <section class="notes">
        <h3>Notes</h3>
        <ol>
          {briefing.notes.map((note) => (
            <Footnote key={note.n} note={note} />
          ))}
        </ol>
      </section>
    </article>
  )
}

const Part = ({ section }: { section: Section }) => (
  <section class={`part ${section.id}`}>
    <h3>{section.title}</h3>
    {section.intro && <p class="rest">{section.intro}</p>}
    {section.groups.map((group) => (
      <GroupOf key={group.title} group={group} />
    ))}
  </section>
)

const GroupOf = ({ group: { title, lines, rest } }: { group: Group }) => (
  <>
    {title && <h4>{title}</h4>}
    {lines.length > 0 && (
      <dl>
        {lines.map((line) => (
          <Row key={line.id} line={line} />
        ))}
      </dl>
    )}
    {rest && <p class="rest">{rest}</p>}
  </>
)

const MARKS = { new: 'New', changed: 'Changed', gone: 'Gone' } as const

const Row = ({ line }: { line: Line }) => (
  <div class={line.mark ? `row ${line.mark}` : 'row'}>
    <dt>{line.lead}</dt>
    <dd>
      {line.mark && <strong class="mark">{MARKS[line.mark]}. </strong>}
      {line.mark === 'gone' ? <del>{line.text}</del> : <bdi>{line.text}</bdi>}
      {line.note !== undefined && (
        <sup>
          <a id={`r${line.note}`} href={`#n${line.note}`} aria-label={`note ${line.note}`}>
            {line.note}
          </a>
        </sup>
      )}
      {line.was !== undefined && <span class="was"> (before: {line.was})</span>}
    </dd>
  </div>
)
