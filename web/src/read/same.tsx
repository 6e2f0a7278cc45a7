import { useState } from 'preact/hooks'
import { harmless } from '../../../src/show/harmless.ts'
import type { PairView } from '../../../src/show/views/read-pairs.ts'
import type { ReadClaim, Told } from '../../../src/show/views/read-types.ts'
import { History } from '../pictures/tellings.tsx'
import { Section } from './cover.tsx'
import type { Desk } from './desk.ts'

const WORDS = { same: 'one event', 'not-same': 'two events', unsure: 'nobody can say' } as const
type Word = keyof typeof WORDS

/** Tellings that may be one event with what the claim tells, side by side, to be judged; those taken to be one are folded. */
export function SameEvent({ claim, desk }: { claim: ReadClaim; desk: Desk }) {
  const [asked, taken] = [claim.pairs.filter((p) => p.is !== 'taken'), claim.pairs.filter((p) => p.is === 'taken')]
  if (!claim.pairs.length) return null
  return (
    <Section name="Same event or not">
      {asked.map((pair) => (
        <Pair key={pair.key} pair={pair} desk={desk} />
      ))}
      {taken.length > 0 && (
        <details class="taken">
          <summary>
            Taken to be one event with {taken.length === 1 ? 'another telling' : `${taken.length} other tellings`}
          </summary>
          {taken.map((pair) => (
            <Pair key={pair.key} pair={pair} desk={desk} />
          ))}
        </details>
      )}
    </Section>
  )
}

function Pair({ pair, desk }: { pair: PairView; desk: Desk }) {
  const [because, setBecause] = useState('')
  const busy = desk.state.busy !== undefined
  const { forestalled } = desk.state
  const say = (is: Word) => void desk.judge(pair, is, because.trim()).then((done) => done && setBecause(''))
  return (
    <div class="pair">
      {forestalled?.key === pair.key && <Forestalled of={forestalled} />}
      <div class="sides">
        <Side told={pair.a} desk={desk} />
        <Side told={pair.b} desk={desk} />
      </div>
      <p>
        <Standing pair={pair} /> <span class="soft why">{pair.why}.</span>
      </p>
      <p class="actions">
        {(Object.keys(WORDS) as Word[]).map((is) => (
          <button type="button" key={is} data-judge={is} disabled={busy || pair.is === is} onClick={() => say(is)}>
            {is === 'same' ? 'One event' : is === 'not-same' ? 'Two events' : 'Nobody can say'}
          </button>
        ))}
        {pair.judged && (
          <button type="button" disabled={busy} onClick={() => void desk.unjudge(pair)}>
            Take it back
          </button>
        )}
      </p>
      <details class="because">
        <summary>Say why first</summary>
        <label>
          <span class="live">Why</span>
          <input value={because} maxLength={2000} dir="auto" onInput={(e) => setBecause(e.currentTarget.value)} />
        </label>
      </details>
    </div>
  )
}

const Forestalled = ({ of }: { of: { by?: string; is?: Word } }) => (
  <p class="conflict" role="alert">
    Meanwhile{' '}
    {of.is ? (
      <>
        <bdi>{of.by}</bdi> said: {WORDS[of.is]}
      </>
    ) : (
      'the word on these was taken back'
    )}
    . Yours is not recorded: say it again if you still think so.
  </p>
)

function Standing({ pair: { is, judged } }: { pair: PairView }) {
  if (is === 'open') return <b>Perhaps one event.</b>
  if (is === 'taken' || !judged) return <b>Taken to be one event.</b>
  return (
    <>
      <b class="judged">{WORDS[is]}</b>, says <bdi>{judged.by}</bdi> on {judged.at.slice(0, 10)}:{' '}
      <bdi>{harmless(judged.because)}</bdi>.
    </>
  )
}

function Side({ told, desk }: { told: Told; desk: Desk }) {
  const here = told.doc !== undefined && told.doc === desk.state.view?.document.id
  return (
    <div class="side">
      <p class="small whose">
        {here ? (
          'This article'
        ) : told.url ? (
          <a href={told.url} target="_blank" rel="noreferrer">
            {told.title}
          </a>
        ) : (
          <bdi>{harmless(told.title)}</bdi>
        )}
        {!here && told.viewpoint && <span class="soft">, {told.viewpoint}</span>}
      </p>
      <p>{told.say}</p>
      {told.quote ? (
        <blockquote dir="auto">{harmless(told.quote)}</blockquote>
      ) : (
        <p class="soft small">A row without words of its own{told.locator ? `: ${told.locator}` : ''}.</p>
      )}
      {!here && (
        <p class="small">
          <History id={told.fact} />
        </p>
      )}
    </div>
  )
}

/** Goes to the next pair of the opened claim that can be judged, the first after the last; whether there was one. */
export function toNextPair(): boolean {
  for (const folded of document.querySelectorAll<HTMLDetailsElement>('.panel details.taken')) folded.open = true
  const all = [...document.querySelectorAll<HTMLElement>('.panel .pair')]
  const at = all.findIndex((pair) => pair.contains(document.activeElement))
  const next = all[(at + 1) % all.length]
  next?.querySelector<HTMLButtonElement>('button[data-judge]:not(:disabled)')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}
