import { useLayoutEffect, useState } from 'preact/hooks'
import type { Briefing } from '../../../src/show/views/briefing.ts'
import { post, said } from '../api.ts'
import { type Asked, bodyOf } from '../briefing/asked.ts'
import { Files } from '../briefing/files.tsx'
import { Form } from '../briefing/form.tsx'
import { type OwnNames, useOwnNames } from '../briefing/names.tsx'
import { Sheet } from '../briefing/sheet.tsx'
import type { ViewProps } from '../routes.ts'
import './briefing.css'

const today = (): string => new Date().toISOString().slice(0, 10)

/** Three steps: the two states, the day, the paper. The address says what is shown, so that it can be kept and sent. */
export default function BriefingPage({ params, query }: ViewProps) {
  const asked: Asked = {
    a: params.a ?? '',
    b: params.b ?? '',
    on: query.get('on') ?? today(),
    names: query.get('names') ?? 'UN',
    since: query.get('since') ?? '',
  }
  const [issue, setIssue] = useState<{ since?: Briefing; file?: string }>({})
  const held = useOwnNames()
  const own = asked.names === 'own' ? held.own : undefined
  const { shown, problem, waiting } = useBriefing(asked, issue.since, own)
  const wrong = held.problem || problem
  return (
    <section class="column briefing">
      <h1 class={shown ? 'hidden' : ''}>Briefing</h1>
      <Form asked={asked} held={held} />
      {wrong && (
        <p class="problem" role="alert">
          {wrong}
        </p>
      )}
      {waiting && (
        <p class="waiting" role="status">
          One moment…
        </p>
      )}
      {shown && <Files asked={asked} own={own} since={issue.since} onIssue={setIssue} compared={issue.file} />}
      {shown && <Sheet briefing={shown} />}
    </section>
  )
}

const NO_LIST = 'This paper is to be written by a list of names of your own: choose the list, then draw it up.'

function useBriefing(asked: Asked, since: Briefing | undefined, own: OwnNames | undefined) {
  const [shown, setShown] = useState<Briefing>()
  const [problem, setProblem] = useState('')
  const [waiting, setWaiting] = useState(false)
  const wanted = asked.a && asked.b ? JSON.stringify(asked) : ''
  useLayoutEffect(() => {
    if (!wanted) return
    if (asked.names === 'own' && !own) return setProblem(NO_LIST)
    const gone = new AbortController()
    setWaiting(true)
    setProblem('')
    post<Briefing>('/api/briefing', bodyOf(asked, since, own), gone.signal)
      .then(setShown)
      .catch((error) => !gone.signal.aborted && setProblem(said(error)))
      .finally(() => !gone.signal.aborted && setWaiting(false))
    return () => gone.abort()
  }, [wanted, since, own])
  return { shown, problem, waiting }
}
