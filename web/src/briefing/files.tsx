import { useRef, useState } from 'preact/hooks'
import type { Briefing } from '../../../src/show/views/briefing.ts'
import { post, said } from '../api.ts'
import { base64 } from '../base64.ts'
import { download, saved } from '../download.ts'
import { type Asked, bodyOf } from './asked.ts'
import type { OwnNames } from './names.tsx'

interface FilesProps {
  asked: Asked
  own: OwnNames | undefined
  since: Briefing | undefined
  compared: string | undefined
  onIssue(issue: { since?: Briefing; file?: string }): void
}

const FORMATS = [
  ['docx', 'Word'],
  ['pdf', 'PDF'],
  ['md', 'Markdown'],
] as const

/** The paper to take away, its data for the next issue, and the house's own: a template, an earlier issue. */
export function Files({ asked, own, since, compared, onIssue }: FilesProps) {
  const template = useRef<HTMLInputElement>(null)
  const [state, setState] = useState('')
  const save = async (format: string) => {
    const house = template.current?.files?.[0]
    setState(`Making ${format.toUpperCase()}…`)
    try {
      const filled = house && format === 'docx' ? { template: base64(new Uint8Array(await house.arrayBuffer())) } : {}
      await download('/api/briefing/file', { ...bodyOf(asked, since, own), format, ...filled }, 'briefing')
      setState(house && format === 'docx' ? `Saved, in ${house.name}.` : 'Saved.')
    } catch (error) {
      setState(said(error))
    }
  }
  const keep = async () => {
    const issue = await post<Briefing>('/api/briefing', bodyOf(asked, since, own)).catch((error) =>
      setState(said(error)),
    )
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
      <span class="soft">Take away</span>
      {FORMATS.map(([format, name]) => (
        <button type="button" key={format} onClick={() => save(format)}>
          {name}
        </button>
      ))}
      <button type="button" onClick={keep}>
        Data for the next issue
      </button>
      <span class="next" />
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
