import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { get, type Problem, Refused } from '../api.ts'

/** How wide an element is, in CSS pixels, as the page is laid out now. */
export function useWidth<T extends Element>(): [RefObject<T>, number] {
  const ref = useRef<T>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    if (!ref.current) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)))
    watch.observe(ref.current)
    return () => watch.disconnect()
  }, [])
  return [ref as RefObject<T>, width]
}

export interface Got<T> {
  data?: T
  problem?: Problem
  waiting: boolean
}

/** What the server has at an address, asked again when that changes; what was there stays until the new is. */
export function useGot<T>(path: string | undefined): Got<T> {
  const [got, setGot] = useState<Got<T>>({ waiting: path !== undefined })
  useLayoutEffect(() => {
    if (path === undefined) return setGot({ waiting: false })
    const gone = new AbortController()
    setGot((before) => ({ ...(before.data !== undefined && { data: before.data }), waiting: true }))
    get<T>(path, gone.signal).then(
      (data) => setGot({ data, waiting: false }),
      (error) => {
        if (error instanceof Refused) setGot({ problem: error.problem, waiting: false })
      },
    )
    return () => gone.abort()
  }, [path])
  return got
}
