import { useLayoutEffect, useRef } from 'preact/hooks'

/** The single-key shortcuts, as the help lists them. */
export const KEYS: readonly [string, string][] = [
  ['j', 'the next claim'],
  ['k', 'the claim before'],
  ['Enter', 'open or close it'],
  ['a', 'accept it'],
  ['e', 'correct its words, its time or a name'],
  ['r', 'reject it'],
  ['u', 'undo the last decision on it'],
  ['s', 'the next pair of tellings that may be one event'],
  ['f', 'I found it: add a fact with its source'],
  ['Esc', 'close the form or the claim'],
  ['?', 'these keys'],
]

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable)

/** Calls what a key stands for, unless somebody types, holds another key, or has switched shortcuts off; Escape always works. */
export function useKeys(on: boolean, act: (key: string) => boolean): void {
  // Keys come faster than pages are drawn: each is answered by what stands then.
  const latest = useRef({ on, act })
  latest.current = { on, act }
  // As soon as the page stands: what is seen can be acted on.
  useLayoutEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
      if (event.key !== 'Escape' && (!latest.current.on || typing(event.target))) return
      if (document.querySelector('dialog[open]')) return
      if (latest.current.act(event.key)) event.preventDefault()
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
}
