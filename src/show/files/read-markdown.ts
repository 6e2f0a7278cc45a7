import { sayNote } from '../views/notes.ts'
import type { ReadView } from '../views/read.ts'
import type { ReadClaim, Told } from '../views/read-types.ts'

/** What Markdown would take for its own. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')

/** A checked article as a report in Markdown: what fails first, each with its evidence. */
export function readMarkdown(view: ReadView): string {
  const { document: doc } = view
  const shown = view.claims.filter((c) => !c.remark)
  const about = [doc.outlet, doc.date].filter((x) => x !== undefined).map(plain)
  const out = [`# ${plain(doc.title ?? 'An article')}`, '', ...(about.length ? [about.join(', '), ''] : [])]
  out.push(
    `${view.counts.map((c) => `${c.n} ${c.word}`).join(' · ')}. As of ${view.asOfSay}; checked on ${view.today}.`,
    '',
  )
  for (const claim of shown) out.push(...claimLines(claim))
  if (view.unread.length)
    out.push('## Not read safely', '', ...view.unread.map((u) => `- “${plain(u.quote)}” (${plain(u.because)})`), '')
  out.push('A verdict is the machine’s until a person signs it.')
  return `${out.join('\n')}\n`
}

function claimLines(claim: ReadClaim): string[] {
  const evidence = claim.outcome === 'supported' ? claim.witnesses : claim.against
  const signed =
    claim.review && claim.review.is !== 'rejected' ? ` (${claim.review.is} by ${plain(claim.review.by)})` : ''
  return [
    `## ${claim.mark} ${claim.word}: “${plain(claim.quote)}”${signed}`,
    '',
    ...claim.readings.slice(0, 1).map((r) => `- Read as: ${plain(r.say)}`),
    ...claim.notes.map((note) => `- ${plain(sayNote(note))}`),
    ...evidence.slice(0, 5).map((told) => `- ${evidenceLine(told)}`),
    '',
  ]
}

const evidenceLine = ({ say, title, quote, url, fact }: Told): string =>
  [plain(say), plain(title), quote && `“${plain(quote)}”`, url && `<${encodeURI(decoded(url))}>`, plain(fact)]
    .filter(Boolean)
    .join(' · ')

function decoded(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}
