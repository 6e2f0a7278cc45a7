import type { Claim, Unread } from '../model/claim.ts'
import { harmless } from './harmless.ts'

type Paint = (style: 'bold' | 'underline' | 'gray' | 'cyan', text: string) => string

/**
 * An article as it stands, with brackets around what was read and the number of each claim, then the claims by number. Text of
 * others is shown without characters that steer a terminal.
 */
export function markArticle(text: string, claims: readonly Claim[], unread: readonly Unread[], paint: Paint): string {
  const numbered = claims.map((claim, i) => ({ claim, n: i + 1 }))
  const body = insertMarks(text, numbered, paint)
  const list = numbered.map(({ claim, n }) => `${paint('cyan', `[${n}]`)} ${describe(claim)}`)
  const open = unread.map((u) => `${paint('gray', '[…]')} not read safely: “${harmless(u.quote)}” (${u.because})`)
  return `${body.trimEnd()}\n\n${[...list, ...open].join('\n') || 'No claim about relations between states was found.'}\n`
}

interface Mark {
  at: number
  end: boolean
  n: number
  size: number
}

/** Outer marks open first and close last. */
function insertMarks(text: string, claims: readonly { claim: Claim; n: number }[], paint: Paint): string {
  const marks = claims.flatMap(({ claim, n }): Mark[] => {
    const size = claim.span.end - claim.span.start
    return [
      { at: claim.span.start, end: false, n, size },
      { at: claim.span.end, end: true, n, size },
    ]
  })
  marks.sort((a, b) => a.at - b.at || Number(b.end) - Number(a.end) || (a.end ? a.size - b.size : b.size - a.size))
  let out = ''
  let last = 0
  for (const mark of marks) {
    out += harmless(text.slice(last, mark.at))
    out += mark.end ? paint('cyan', `]${superscript(mark.n)}`) : paint('cyan', '[')
    last = mark.at
  }
  return out + harmless(text.slice(last))
}

const superscript = (n: number): string => [...String(n)].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('')

function describe(claim: Claim): string {
  const roles = Object.entries(claim.roles).map(
    ([role, f]) => `${role}: ${harmless(f.is === 'list' ? f.of.map((x) => x.label).join(', ') : f.label)}`,
  )
  const count = claim.count ? [`count: ${claim.count.least ?? '…'}–${claim.count.most ?? '…'}`] : []
  const except = claim.except?.length ? [`except: ${claim.except.map((e) => harmless(e.label)).join(', ')}`] : []
  const said = claim.speaker ? [`says: ${harmless(claim.speaker.label)}`] : []
  const is = claim.is === 'so' ? '' : ` ${claim.is}`
  return [
    `${claim.kind}${is}`,
    ...roles,
    ...count,
    ...except,
    ...(claim.when ? [claim.when] : []),
    claim.modality,
    ...said,
    ...(claim.readers ? [`read by ${claim.readers.join(' and ')}`] : []),
  ].join(' · ')
}
