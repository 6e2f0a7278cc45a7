import { useEffect, useState } from 'preact/hooks'
import { get } from './api.ts'

interface Me {
  name?: string
  page: boolean
}

/** Who signed in by a token, with the way out; on one's own machine there is none. */
export function SignedIn() {
  const [me, setMe] = useState<Me>()
  const [problem, setProblem] = useState(false)
  useEffect(() => {
    get<Me>('/api/me').then(setMe, () => {})
  }, [])
  if (!me?.page) return null
  const leave = () =>
    fetch('/logout', { method: 'POST', redirect: 'manual' }).then(
      // What the page shows is of the ledger: it is loaded anew, and asks for a token.
      () => location.assign('/'),
      () => setProblem(true),
    )
  return (
    <p class="signed">
      <bdi class="soft">{me.name}</bdi>{' '}
      <button type="button" class="plain" onClick={() => void leave()}>
        Sign out
      </button>
      {problem && <span role="alert"> Chancery does not answer: you are still signed in.</span>}
    </p>
  )
}
