const PLACES = [
  ['/sources', 'Sources'],
  ['/sources/watches', 'Watches'],
  ['/sources/history', 'History'],
] as const

/** The three pages on the record itself. */
export const RecordNav = ({ at }: { at: (typeof PLACES)[number][0] }) => (
  <nav class="record-nav" aria-label="The record">
    {PLACES.map(([path, name]) => (
      <a key={path} href={path} aria-current={path === at ? 'page' : undefined}>
        {name}
      </a>
    ))}
  </nav>
)
