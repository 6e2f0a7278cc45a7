import { useEffect, useRef, useState } from 'preact/hooks'
import type { Briefing, Group, Line, Note, Section } from '../../../src/show/views/briefing.ts'
import { sayNote } from '../../../src/show/views/briefing-notes.ts'
import { get, post, Refused } from '../api.ts'
import { base64 } from '../base64.ts'
import { go } from '../router.ts'
import type { ViewProps } from '../routes.ts'
import './briefing.css'

interface Asked {
  a: string
  b: string
  on: string
  names: string
  since: string
}

const inAYear = (): string => new Date().toISOString().slice(0, 10)

/** Three steps: the two states, the day, the paper. The address says what is shown, so that it can be kept and sent. */
export default function BriefingPage({ params, query }: ViewProps) {
  const asked: Asked = {
    a: params.a ?? '',
    b: params.b ?? '',
    on: query.get('on') ?? inAYear(),
    names: query.get('names') ?? 'UN',
    since: query.get('since') ?? '',
  }
  const [issue, setIssue] = useState<{ since?: Briefing; file?: string }>({})
  const { shown, problem, waiting } = useBriefing(asked, issue.since)
  return (
    <section class="column briefing">
      <h1 class={shown ? 'hidden' : ''}>Briefing</h1>
      <Form asked={asked} />
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {waiting && (
        <p class="waiting" role="status">
          One moment…
        </p>
      )}
      {shown && <Files asked={asked} since={issue.since} onIssue={setIssue} compared={issue.file} />}
      {shown && <Sheet briefing={shown} />}
    </section>
  )
}

const bodyOf = ({ since, ...asked }: Asked, issue: Briefing | undefined) => ({
  ...asked,
  ...(issue ? { since: issue } : since && { since }),
})

function useBriefing(asked: Asked, since: Briefing | undefined) {
  const [shown, setShown] = useState<Briefing>()
  const [problem, setProblem] = useState('')
  const [waiting, setWaiting] = useState(false)
  const wanted = asked.a && asked.b ? JSON.stringify(asked) : ''
  useEffect(() => {
    if (!wanted) return
    const gone = new AbortController()
    setWaiting(true)
    setProblem('')
    post<Briefing>('/api/briefing', bodyOf(asked, since), gone.signal)
      .then(setShown)
      .catch((error) => !gone.signal.aborted && setProblem(said(error)))
      .finally(() => !gone.signal.aborted && setWaiting(false))
    return () => gone.abort()
  }, [wanted, since])
  return { shown, problem, waiting }
}

const said = (error: unknown): string => (error instanceof Refused ? error.problem.detail : String(error))

function Form({ asked }: { asked: Asked }) {
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const given = new FormData(event.target as HTMLFormElement)
    const value = (name: string) => String(given.get(name) ?? '').trim()
    const query = new URLSearchParams({ on: value('on'), names: value('names') })
    if (value('since')) query.set('since', value('since'))
    go(`/briefing/${encodeURIComponent(value('a'))}/${encodeURIComponent(value('b'))}?${query}`)
  }
  return (
    <form class="ask" onSubmit={submit}>
      <label>
        State
        <input name="a" required maxLength={200} defaultValue={asked.a} autocomplete="off" placeholder="Ecuador" />
      </label>
      <label>
        and
        <input name="b" required maxLength={200} defaultValue={asked.b} autocomplete="off" placeholder="Israel" />
      </label>
      <label>
        Day of the visit
        <input name="on" type="date" required defaultValue={asked.on} />
      </label>
      <label>
        Names
        <select name="names" defaultValue={asked.names}>
          <option value="UN">United Nations</option>
          <option value="ISO">ISO 3166</option>
          <option value="source">as in the sources</option>
        </select>
      </label>
      <label>
        Differences since
        <input name="since" type="date" defaultValue={asked.since} />
      </label>
      <button type="submit">Draw up</button>
    </form>
  )
}

interface FilesProps {
  asked: Asked
  since: Briefing | undefined
  compared: string | undefined
  onIssue(issue: { since?: Briefing; file?: string }): void
}

const FORMATS = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
] as const

function Files({ asked, since, compared, onIssue }: FilesProps) {
  const template = useRef<HTMLInputElement>(null)
  const [state, setState] = useState('')
  const save = async (format: string) => {
    const house = template.current?.files?.[0]
    setState(`Making ${format.toUpperCase()}…`)
    try {
      const own = house && format === 'docx' ? { template: base64(new Uint8Array(await house.arrayBuffer())) } : {}
      await download('/api/briefing/file', { ...bodyOf(asked, since), format, ...own })
      setState(house && format === 'docx' ? `Saved, in ${house.name}.` : 'Saved.')
    } catch (error) {
      setState(said(error))
    }
  }
  const keep = async () => {
    const issue = await post<Briefing>('/api/briefing', bodyOf(asked, since)).catch((error) => setState(said(error)))
    if (issue) saved(new Blob([`${JSON.stringify(issue, null, 2)}\n`]), `briefing-${asked.on}.json`)
  }
  const compare = async (file: File | undefined) => {
    try {
      onIssue(file ? { since: JSON.parse(await file.text()) as Briefing, file: file.name } : {})
    } catch {
      setState(`${file?.name} is no data of a briefing: give the .json that was saved with an issue.`)
    }
  }
  return (
    <div class="files">
      {FORMATS.map(([format, name]) => (
        <button type="button" key={format} onClick={() => save(format)}>
          {name}
        </button>
      ))}
      <button type="button" onClick={keep}>
        Data for the next issue
      </button>
      <label>
        House template (.docx)
        <input type="file" accept=".docx" ref={template} />
      </label>
      <label>
        Earlier issue (.json)
        <input type="file" accept=".json" onChange={(e) => compare(e.currentTarget.files?.[0])} />
      </label>
      <p role="status">{state || (compared ? `Compared with ${compared}.` : '')}</p>
    </div>
  )
}

async function download(path: string, body: unknown): Promise<void> {
  const response = await fetch(path, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  if (!response.ok) throw new Refused(await response.json())
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'briefing'
  saved(await response.blob(), name)
}

function saved(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

function Sheet({ briefing }: { briefing: Briefing }) {
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

function Footnote({ note }: { note: Note }) {
  const record = note.same === undefined ? note.cites.find((c) => c.record?.startsWith('fact:'))?.record : undefined
  return (
    <li id={`n${note.n}`} value={note.n}>
      {sayNote(note).map(({ text, url }) => (
        <span key={text + (url ?? '')}>
          <bdi>{text}</bdi>{' '}
          {url && (
            <a href={url} rel="noreferrer" target="_blank">
              source
            </a>
          )}{' '}
        </span>
      ))}
      {record && <History record={record} />}{' '}
      <a href={`#r${note.n}`} aria-label={`back to note ${note.n}`}>
        ↑
      </a>
    </li>
  )
}

interface Entry {
  at: string
  by: string
  act: string
  note?: string
}

/** What was done to the record on which a line rests, when asked for. */
function History({ record }: { record: string }) {
  const [entries, setEntries] = useState<Entry[]>()
  const [problem, setProblem] = useState('')
  const show = () =>
    entries
      ? setEntries(undefined)
      : get<{ history: Entry[] }>(`/api/fact/${encodeURIComponent(record)}`)
          .then(({ history }) => setEntries(history))
          .catch((error) => setProblem(said(error)))
  return (
    <>
      <button type="button" class="history" aria-expanded={entries !== undefined} onClick={show}>
        history
      </button>
      {problem && <span role="alert"> {problem}</span>}
      {entries && (
        <ul>
          {entries.map((entry) => (
            <li key={entry.at + entry.act}>
              {entry.at.slice(0, 16).replace('T', ' ')}: {entry.act} by <bdi>{entry.by}</bdi>
              {entry.note && <bdi>, {entry.note}</bdi>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
