import { sayNote } from '../views/notes.ts'
import type { ReadView } from '../views/read.ts'
import type { ReadClaim, Told } from '../views/read-types.ts'
import { escapeHtml as text } from './escape.ts'

const STYLE = `body{font:1.05rem/1.55 Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}
h2{font-size:1.1rem;margin:1.6rem 0 .3rem}ul{margin:.3rem 0;padding-left:1.2rem}small{opacity:.75}`

/** A checked article as a report in HTML that stands alone: no script, and all of others' words as text. */
export function readHtml(view: ReadView): string {
  const { document: doc } = view
  const title = text(doc.title ?? 'An article')
  const about = [doc.outlet, doc.date].filter((x) => x !== undefined).map(text)
  const counts = view.counts.map((c) => `${c.n} ${c.word}`).join(' · ')
  const unread = view.unread.map((u) => `<li>“${text(u.quote)}” (${text(u.because)})</li>`)
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style>
<h1>${title}</h1>
<p>${[...about, `as of ${text(view.asOfSay)}`, `checked on ${text(view.today)}`].join(', ')}</p>
<p>${text(counts)}</p>
${view.claims
  .filter((c) => !c.remark)
  .map(claimHtml)
  .join('\n')}
${unread.length ? `<h2>Not read safely</h2><ul>${unread.join('')}</ul>` : ''}
<p><small>A verdict is the machine’s until a person signs it.</small></p>
</html>
`
}

function claimHtml(claim: ReadClaim): string {
  const evidence = claim.outcome === 'supported' ? claim.witnesses : claim.against
  const signed =
    claim.review && claim.review.is !== 'rejected'
      ? ` <small>${claim.review.is} by ${text(claim.review.by)}</small>`
      : ''
  const lines = [
    ...claim.readings.slice(0, 1).map((r) => `Read as: ${text(r.say)}`),
    ...claim.notes.map((note) => text(sayNote(note))),
    ...evidence.slice(0, 5).map(evidenceHtml),
  ]
  return `<h2>${claim.mark} ${claim.word}: “${text(claim.quote)}”${signed}</h2><ul>${lines.map((l) => `<li>${l}</li>`).join('')}</ul>`
}

const evidenceHtml = ({ say, title, quote, url, fact }: Told): string =>
  [
    text(say),
    url ? `<a href="${text(url)}" rel="noreferrer">${text(title)}</a>` : text(title),
    quote && `“${text(quote)}”`,
    `<small>${text(fact)}</small>`,
  ]
    .filter(Boolean)
    .join(' · ')
