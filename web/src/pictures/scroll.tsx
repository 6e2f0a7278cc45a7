import type { ComponentChildren } from 'preact'

/** What may be wider than the page: scrolled on its own, by keyboard too. */
export const Scroll = ({ name, children }: { name: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: else the keyboard could not scroll it
  <section class="scroll" tabIndex={0} aria-label={`Table: ${name}`}>
    {children}
  </section>
)
