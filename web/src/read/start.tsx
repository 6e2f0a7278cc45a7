import { useEffect, useRef, useState } from 'preact/hooks'
import { get, post, Refused } from '../api.ts'
import { base64 } from '../base64.ts'
import type { Desk } from './desk.ts'
import { type Draft, EMPTY } from './kept.ts'

/** What the server takes, in characters. */
const LONGEST = 2 * 1024 * 1024
/** What the server takes in one request, before it is written as base64. */
const LARGEST = 5 * 1024 * 1024

type Got = Partial<Draft> | { wrong: string }

/** The article of a file: plain text as it stands, any other form as the server takes its text out. */
async function articleOf(file: File): Promise<Got> {
  if (file.size > LARGEST) return { wrong: `${file.name} is too long for an article.` }
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (/\.(?:txt|text)$/i.test(file.name))
    try {
      return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
    } catch {
      // Another encoding: the server knows some.
    }
  try {
    return await post<Partial<Draft>>('/api/open', { name: file.name, bytes: base64(bytes) })
  } catch (error) {
    return { wrong: error instanceof Refused ? `${file.name}: ${error.problem.detail}` : String(error) }
  }
}

/** Where an article comes in: pasted, dropped, chosen, or one filed before. */
export function Start({ desk }: { desk: Desk }) {
  const { draft } = desk.kept
  const [wrong, setWrong] = useState('')
  const [over, setOver] = useState(false)
  const set = (more: Partial<Draft>) => desk.remember({ draft: { ...draft, ...more } })
  const take = async (file: File | undefined) => {
    setOver(false)
    if (!file) return
    const got = await articleOf(file)
    if ('wrong' in got) return setWrong(got.wrong)
    setWrong('')
    set({ ...EMPTY, ...got })
  }
  const tooLong = draft.text.length > LONGEST
  const ready = draft.text.trim() !== '' && !tooLong && !desk.state.busy
  return (
    <section class="column start">
      <h1>Read an article</h1>
      <p class="lead">
        Which of its firsts, nevers, counts and votes hold, who is the exception, and what nobody can know from these
        sources. Nothing leaves this machine.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void desk.check()
        }}
      >
        <label class="text">
          <span>The text, as published</span>
          <textarea
            rows={12}
            dir="auto"
            spellcheck={false}
            class={over ? 'over' : ''}
            placeholder="Paste an article, or drop a file here: text, a web page, PDF, Word"
            value={draft.text}
            onInput={(event) => set({ text: event.currentTarget.value })}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text/plain') ?? ''
              if (pasted.length <= LONGEST) return
              event.preventDefault()
              setWrong('What was pasted is longer than 2 MiB: give only the article.')
            }}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(true)
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
              const file = event.dataTransfer?.files[0]
              if (!file) return
              event.preventDefault()
              void take(file)
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready) void desk.check()
            }}
          />
        </label>
        {desk.full && <p class="hint">This browser has no room to keep the text over a reload.</p>}
        {tooLong && <p role="alert">The text is longer than 2 MiB: give only the article.</p>}
        {wrong && <p role="alert">{wrong}</p>}
        <div class="about">
          <label>
            <span>Title</span>
            <input
              value={draft.title}
              maxLength={2000}
              dir="auto"
              onInput={(e) => set({ title: e.currentTarget.value })}
            />
          </label>
          <label>
            <span>Day it was published</span>
            <input type="date" value={draft.date} onInput={(e) => set({ date: e.currentTarget.value })} />
          </label>
          <label>
            <span>Outlet</span>
            <input
              value={draft.outlet}
              maxLength={2000}
              dir="auto"
              onInput={(e) => set({ outlet: e.currentTarget.value })}
            />
          </label>
        </div>
        <p class="actions">
          <button type="submit" class="main" disabled={!ready}>
            {desk.state.busy ?? 'Read'}
          </button>
          <label class="file">
            <input
              type="file"
              accept=".txt,.md,.html,.htm,.pdf,.docx,text/plain"
              onChange={(event) => {
                void take(event.currentTarget.files?.[0])
                event.currentTarget.value = ''
              }}
            />
            <span>Choose a file</span>
          </label>
          {draft.text && (
            <button type="button" onClick={() => desk.remember({ draft: EMPTY })}>
              Clear
            </button>
          )}
        </p>
        {!draft.date && draft.text && (
          <p class="hint">Without its day, “today” and “last week” in the article stay open.</p>
        )}
      </form>
      {!draft.text && <Examples desk={desk} />}
      <Filed desk={desk} />
    </section>
  )
}

/** An article to try, of those that come with Chancery. */
function Examples({ desk }: { desk: Desk }) {
  const [articles, setArticles] = useState<Draft[]>([])
  useEffect(() => {
    get<{ examples: Draft[] }>('/api/examples').then(
      ({ examples }) => setArticles(examples),
      () => {},
    )
  }, [])
  if (!articles.length) return null
  return (
    <section class="filed">
      <h2>To try</h2>
      <ul>
        {articles.map((one) => (
          <li key={one.title}>
            <button type="button" class="plain" onClick={() => desk.remember({ draft: { ...EMPTY, ...one } })}>
              {one.title}
            </button>{' '}
            <span class="soft">{one.date}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface About {
  id: string
  title?: string
  date?: string
  outlet?: string
}

function Filed({ desk }: { desk: Desk }) {
  const [filed, setFiled] = useState<About[]>([])
  const opening = useRef(false)
  useEffect(() => {
    get<{ documents: About[] }>('/api/documents').then(
      ({ documents }) => setFiled(documents),
      () => {},
    )
  }, [])
  const open = async (id: string) => {
    if (opening.current) return
    opening.current = true
    const found = await get<{ document: Partial<Draft> }>(`/api/document/${encodeURIComponent(id)}`).catch(
      () => undefined,
    )
    opening.current = false
    if (!found) return
    const { text = '', title = '', date = '', outlet = '', source = '' } = found.document
    desk.remember({ draft: { text, title, date, outlet, source } })
    await new Promise((done) => setTimeout(done))
    void desk.check()
  }
  if (!filed.length) return null
  return (
    <section class="filed">
      <h2>Filed before</h2>
      <ul>
        {filed.slice(0, 30).map((doc) => (
          <li key={doc.id}>
            <button type="button" class="plain" onClick={() => void open(doc.id)}>
              <bdi>{doc.title ?? `Article ${doc.id.slice(4, 12)}`}</bdi>
            </button>{' '}
            <span class="soft">{[doc.outlet, doc.date].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
