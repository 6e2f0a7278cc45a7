import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Desk } from './desk.ts'
import { KEYS } from './keys.ts'

/** The keys, and whether they are used at all. */
export function Help({ desk, close }: { desk: Desk; close(): void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const { keys, by } = desk.kept
  return (
    <dialog ref={dialog} class="help" aria-labelledby="help-title" onClose={close}>
      <h2 id="help-title">Keys</h2>
      <dl>
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" checked={keys} onChange={(e) => desk.remember({ keys: e.currentTarget.checked })} />
        <span>Single keys are shortcuts</span>
      </label>
      <label>
        <span>Decisions are signed by (empty: the user of this machine)</span>
        <input value={by} maxLength={120} dir="auto" onInput={(e) => desk.remember({ by: e.currentTarget.value })} />
      </label>
      <p class="actions">
        <button type="button" class="main" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </p>
    </dialog>
  )
}
