import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { followLinks, type Place, usePlace } from './router.ts'
import { VIEWS, type ViewProps } from './routes.ts'
import { SignedIn } from './signed.tsx'

/** The frame around every view: skip link, header, the view itself. */
export function Shell() {
  const place = usePlace()
  const main = useRef<HTMLElement>(null)
  const first = useRef(true)
  useLayoutEffect(() => {
    if (!first.current) main.current?.focus()
    first.current = false
  }, [place.path])
  useLayoutEffect(() => {
    document.addEventListener('click', followLinks)
    return () => document.removeEventListener('click', followLinks)
  }, [])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <Header place={place} />
      <main id="main" tabIndex={-1} ref={main}>
        <View place={place} />
      </main>
    </>
  )
}

function Header({ place }: { place: Place }) {
  const section = place.path.split('/')[1]
  return (
    <header class="top">
      <a class="brand" href="/">
        Chancery
      </a>
      <nav aria-label="Views">
        {VIEWS.filter((v) => v.name).map((v) => (
          <a key={v.path} href={v.path} aria-current={v.path.split('/')[1] === section ? 'page' : undefined}>
            {v.name}
          </a>
        ))}
      </nav>
      <SignedIn />
    </header>
  )
}

type Loaded = { of: string; view?: ComponentType<ViewProps>; failed?: string }

function View({ place }: { place: Place }) {
  const [loaded, setLoaded] = useState<Loaded>({ of: '' })
  const of = place.route?.path ?? ''
  useEffect(() => {
    let gone = false
    place.route?.load().then(
      (file) => !gone && setLoaded({ of, view: file.default }),
      (error) => !gone && setLoaded({ of, failed: String(error) }),
    )
    return () => {
      gone = true
    }
  }, [of])
  if (!place.route) return <NoSuchPage path={place.path} />
  if (loaded.of !== of) return <p class="waiting">One moment…</p>
  if (loaded.failed || !loaded.view) return <NotLoaded />
  const Chosen = loaded.view
  return <Chosen key={place.path} params={place.params} query={place.query} />
}

const NoSuchPage = ({ path }: { path: string }) => (
  <section class="column">
    <h1>No such page</h1>
    <p>
      There is nothing at <code>{path}</code>. <a href="/">Read an article</a>
    </p>
  </section>
)

const NotLoaded = () => (
  <section class="column" role="alert">
    <h1>The page could not be loaded</h1>
    <p>
      Chancery does not answer. Start it again with <code>./chancery serve</code>, then{' '}
      <button type="button" onClick={() => location.reload()}>
        load the page anew
      </button>
      .
    </p>
  </section>
)
