import { useEffect, useState } from 'preact/hooks'
import './ask.css'
import type { AskView } from '../../../src/show/views/ask.ts'
import { type Problem, post, Refused } from '../api.ts'
import { Refusal } from '../pictures/problem.tsx'
import { useGot } from '../pictures/use.ts'
import { go } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import { Answer } from './ask-answer.tsx'

/** Answers that this page was given, by the address that gives them again. */
const given = new Map<string, AskView>()

/** A question in plain words: how it was read, the answer, and an address that gives the same answer later. */
export default function Ask({ query }: ViewProps) {
  const link = query.get('q') ?? undefined
  const known = link ? given.get(link) : undefined
  const got = useGot<AskView>(link && !known ? `/api/ask/link?q=${encodeURIComponent(link)}` : undefined)
  const [refused, setRefused] = useState<{ view?: AskView; problem?: Problem }>({})
  const [busy, setBusy] = useState(false)
  const view = known ?? (link ? got.data : refused.view)
  useEffect(() => {
    document.title = view?.text ? `${view.text} · Chancery` : 'Ask · Chancery'
  }, [view])
  const asked = async (work: Promise<AskView>) => {
    setBusy(true)
    setRefused({})
    try {
      const answer = await work
      const first = answer.readings[0]
      if (!first) return setRefused({ view: answer })
      for (const reading of answer.readings)
        given.set(reading.link, { ...answer, readings: [reading, ...answer.readings.filter((r) => r !== reading)] })
      go(`/ask?q=${first.link}`)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      setRefused({ problem: error.problem })
    } finally {
      setBusy(false)
    }
  }
  const problem = refused.problem ?? got.problem
  return (
    <div class="ask page">
      <h1>Ask</h1>
      <Words
        key={view?.text}
        text={view?.text ?? ''}
        busy={busy}
        ask={(body) => asked(post<AskView>('/api/ask', body))}
      />
      <div role="status" class="live">
        {busy ? 'One moment…' : (view?.readings[0]?.answer ?? '')}
      </div>
      {problem && <Refusal problem={problem} />}
      {refused.view && !link && <NotUnderstood view={refused.view} />}
      {view?.readings[0] && (
        <Answer view={view} mend={(body) => asked(post<AskView>('/api/ask/data', { link: body }))} />
      )}
      <Examples ask={(text) => asked(post<AskView>('/api/ask', { text }))} />
    </div>
  )
}

const NotUnderstood = ({ view }: { view: AskView }) => (
  <p class="refusal" role="alert">
    <strong>Not understood.</strong> {view.reason ?? 'No question about relations between states was found in it.'} Try
    one of the forms below.
  </p>
)

interface Body {
  text: string
  asOf?: string
  knownOn?: string
}

function Words({ text, busy, ask }: { text: string; busy: boolean; ask(body: Body): void }) {
  const [words, setWords] = useState(text)
  const [asOf, setAsOf] = useState('')
  const [knownOn, setKnownOn] = useState('')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (words.trim()) ask({ text: words.trim(), ...(asOf && { asOf }), ...(knownOn && { knownOn }) })
      }}
    >
      <label class="question">
        <span>A question in English</span>
        <input value={words} maxLength={2000} required dir="auto" onInput={(e) => setWords(e.currentTarget.value)} />
      </label>
      <div class="days">
        <label>
          <span>What held on (if not now)</span>
          <input type="date" value={asOf} onInput={(e) => setAsOf(e.currentTarget.value)} />
        </label>
        <label>
          <span>Known by (if not now)</span>
          <input type="date" value={knownOn} onInput={(e) => setKnownOn(e.currentTarget.value)} />
        </label>
        <button type="submit" class="main" disabled={busy}>
          {busy ? 'One moment…' : 'Ask'}
        </button>
      </div>
    </form>
  )
}

/** Questions that what is loaded answers. */
function Examples({ ask }: { ask(text: string): void }) {
  const { data } = useGot<{ examples: string[] }>('/api/ask/examples')
  if (!data?.examples.length) return null
  return (
    <section aria-labelledby="examples">
      <h2 id="examples">Questions that are answered here</h2>
      <ul class="examples">
        {data.examples.map((text) => (
          <li key={text}>
            <button type="button" class="plain" onClick={() => ask(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
