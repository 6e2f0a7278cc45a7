import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import '../read/read.css'
import '../read/panel.css'
import { harmless } from '../../../src/show/harmless.ts'
import { Article } from '../read/article.tsx'
import { type Desk, useDesk } from '../read/desk.ts'
import { Help } from '../read/help.tsx'
import { useKeys } from '../read/keys.ts'
import { ClaimList } from '../read/list.tsx'
import '../read/same.css'
import { toNextPair } from '../read/same.tsx'
import { Start } from '../read/start.tsx'

/** Read: an article comes in, its claims are checked and reviewed. */
export default function Read() {
  const desk = useDesk()
  const [help, setHelp] = useState(false)
  const { kept, state } = desk
  const waiting = kept.reading && !state.view
  useEffect(() => {
    document.title = state.view?.document.title
      ? `${harmless(state.view.document.title)} · Chancery`
      : 'Read · Chancery'
  }, [state.view])
  return (
    <>
      <Told desk={desk} />
      {!kept.reading && <Start desk={desk} />}
      {waiting && (
        <section class="column">
          <h1>An article</h1>
          <p class="waiting">{state.busy ?? 'Reading…'}</p>
        </section>
      )}
      {kept.reading && state.view && <Review desk={desk} help={() => setHelp(true)} />}
      {help && <Help desk={desk} close={() => setHelp(false)} />}
    </>
  )
}

/** What went wrong, and what was done: spoken to those who do not see it. */
function Told({ desk }: { desk: Desk }) {
  const { lost, problem, said, flips, far } = desk.state
  return (
    <>
      <div class="live" role="status">
        {said} {flips.length > 0 && `${flips.length} verdicts change.`}
      </div>
      {lost && (
        <p class="banner" role="alert">
          Chancery does not answer. Nothing is lost: it is asked again every two seconds. Start it with{' '}
          <code>./chancery serve</code> if it was ended.
        </p>
      )}
      {far && !lost && (
        <p class="banner" role="status">
          {far}{' '}
          <button type="button" onClick={desk.stop}>
            Stop
          </button>
        </p>
      )}
      {problem && !lost && (
        <p class="banner" role="alert">
          {problem.title}: {problem.detail}{' '}
          <button type="button" onClick={desk.dismiss}>
            Close
          </button>
        </p>
      )}
    </>
  )
}

function Review({ desk, help }: { desk: Desk; help(): void }) {
  const view = desk.state.view!
  const [chosen, setChosen] = useState<string>()
  const at = useRef<string | undefined>(undefined)
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState('')
  const choose = useCallback((claim: string | undefined) => {
    setForm('')
    setOpen(claim !== undefined)
    if (claim) setChosen(claim)
    if (claim) at.current = claim
  }, [])
  const order = view.claims.filter((c) => !c.remark && c.review?.is !== 'rejected')
  const claim = view.claims.find((c) => c.id === chosen)
  /** The claim that keys are for: one just moved to may not be drawn yet. */
  const now = () => view.claims.find((c) => c.id === at.current) ?? claim
  const move = (by: 1 | -1) => {
    const place = order.findIndex((c) => c.id === at.current)
    const next = order[Math.min(Math.max(place + by, 0), order.length - 1)]
    if (!next) return
    at.current = next.id
    setForm('')
    setChosen(next.id)
    document.getElementById(`row-${next.id}`)?.focus()
    document.querySelector(`mark[data-claim="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const openForm = (name: string) => {
    if (!now()) return
    setOpen(true)
    setForm(name)
  }
  const close = () => {
    if (form) setForm('')
    else setOpen(false)
    if (chosen) document.getElementById(`row-${chosen}`)?.focus()
  }
  const toPair = () => {
    if (!now()) return
    setOpen(true)
    // The panel is drawn first.
    requestAnimationFrame(() => toNextPair())
  }
  const decide = (is: 'accepted' | 'rejected') => {
    const it = now()
    if (it) void desk.decide({ claim: it.id, is })
  }
  const acts: Record<string, () => void> = {
    j: () => move(1),
    k: () => move(-1),
    a: () => decide('accepted'),
    r: () => decide('rejected'),
    u: () => {
      const it = now()
      if (it) void desk.undo(it)
    },
    e: () => openForm('mend'),
    f: () => {
      if (now()?.draft) openForm('found')
    },
    s: () => toPair(),
    '?': help,
    Escape: close,
  }
  useKeys(desk.kept.keys, (key) => {
    // What is being recorded keeps nobody from looking further.
    if (!acts[key] || (desk.state.busy && 'aru'.includes(key))) return false
    acts[key]!()
    return true
  })
  return (
    <div class="read">
      <Heading desk={desk} help={help} />
      <div class="sheet">
        <Article view={view} chosen={chosen} choose={choose} />
      </div>
      <section class="verdicts" id="verdicts" aria-label="Verdicts, worst first">
        <h2 class="live">Verdicts, worst first</h2>
        <ClaimList {...{ desk, chosen, open, form, choose, setForm }} />
        <Changes desk={desk} choose={choose} />
      </section>
    </div>
  )
}

function Heading({ desk, help }: { desk: Desk; help(): void }) {
  const view = desk.state.view!
  const { title, outlet, date } = view.document
  return (
    <header class="heading">
      <h1 dir="auto">{harmless(title ?? 'An article')}</h1>
      <p class="soft">{[outlet && harmless(outlet), date, `as of ${view.asOfSay}`].filter(Boolean).join(' · ')}</p>
      <ul class="counts" aria-label="Verdicts">
        {view.counts.map((c) => (
          <li key={c.outcome} class={`verdict ${c.outcome}`}>
            <span aria-hidden="true">{c.mark}</span> {c.n} {c.word}
          </li>
        ))}
      </ul>
      <p class="to-verdicts">
        <a href="#verdicts">To the verdicts</a>
      </p>
      <div class="actions">
        <button type="button" onClick={() => desk.leave(false)}>
          Change the article
        </button>
        <button type="button" onClick={() => desk.leave(true)}>
          Another article
        </button>
        <details class="menu">
          <summary>Take away</summary>
          <div>
            <button type="button" onClick={() => void desk.download('markdown')}>
              Report (Markdown)
            </button>
            <button type="button" onClick={() => void desk.download('html')}>
              Report (HTML)
            </button>
            <button type="button" onClick={() => void desk.download('claimreview')}>
              ClaimReview (JSON)
            </button>
          </div>
        </details>
        <button type="button" onClick={help}>
          Keys <kbd>?</kbd>
        </button>
        <span class="soft">{desk.state.busy}</span>
      </div>
    </header>
  )
}

/** Every verdict that the last action changed, here and in other filed articles. */
function Changes({ desk, choose }: { desk: Desk; choose(claim: string): void }) {
  const { flips, said } = desk.state
  if (!flips.length) return null
  return (
    <section class="changes" aria-label="What changes">
      <h2>
        {said} {flips.length === 1 ? 'One verdict changes' : `${flips.length} verdicts change`}
      </h2>
      <ul>
        {flips.map((f) => (
          <li key={f.claim}>
            <span class="soft">{f.before ?? 'new'}</span> → <b>{f.now}</b>:{' '}
            {f.document ? (
              <q dir="auto">{harmless(f.quote)}</q>
            ) : (
              <button type="button" class="plain" onClick={() => choose(f.claim)}>
                <q dir="auto">{harmless(f.quote)}</q>
              </button>
            )}{' '}
            {f.document && <span class="soft">in {harmless(f.document)}</span>}
          </li>
        ))}
      </ul>
      <button type="button" onClick={desk.settle}>
        Close
      </button>
    </section>
  )
}
