import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { z } from 'zod'
import { ChanceryError } from '../model/error.ts'
import { briefingHtml } from '../show/files/briefing-html.ts'
import { briefingMarkdown } from '../show/files/briefing-markdown.ts'
import type { Briefing } from '../show/views/briefing.ts'
import { chromium, printed } from './briefing-print.ts'

export const FORMATS = ['docx', 'pdf', 'md', 'html'] as const
export type Format = (typeof FORMATS)[number]

export interface FileOptions {
  /** Who prints a PDF: Chromium (`auto` where there is one), which tags it, or Chancery itself, the same on every machine. */
  printer?: 'own' | 'chromium' | 'auto'
  /** The house's own DOCX with placeholders. */
  template?: Uint8Array
}

/** A briefing in a format, with a word on how it was made. */
export async function briefingIn(
  briefing: Briefing,
  format: Format,
  { printer = 'auto', template }: FileOptions = {},
): Promise<{ bytes: Uint8Array; said: string }> {
  const text = (words: string, said: string) => ({ bytes: Buffer.from(words), said })
  switch (format) {
    case 'md':
      return text(briefingMarkdown(briefing), 'Markdown')
    case 'html':
      return text(briefingHtml(briefing), 'one page, its fonts in it')
    case 'docx': {
      const { briefingDocx, filledTemplate } = await import('../show/files/briefing-docx.ts')
      if (!template) return { bytes: await briefingDocx(briefing), said: 'Word, in its own layout' }
      const { bytes, filled, left } = await filledTemplate(briefing, template)
      const rest = left.length ? `; left as they stood: ${left.join(', ')}` : ''
      return { bytes, said: `Word, in the house's template: ${filled.join(', ')} filled${rest}` }
    }
    case 'pdf':
      return pdf(briefing, printer)
  }
}

async function pdf(briefing: Briefing, printer: NonNullable<FileOptions['printer']>) {
  const browser = printer === 'own' ? undefined : chromium()
  if (browser)
    return {
      bytes: await printed(browser, briefingHtml(briefing), briefing.drawn),
      said: `PDF, tagged, printed by ${browser}`,
    }
  if (printer === 'chromium')
    throw new ChanceryError(
      'unsupported',
      '--printer',
      'no Chromium is on this machine: name one in CHANCERY_CHROMIUM, or say --printer own',
    )
  const { briefingPdf } = await import('../show/files/briefing-pdf.ts')
  return { bytes: await briefingPdf(briefing), said: 'PDF, printed by Chancery itself' }
}

const formatOf = (path: string): Format => {
  const found = FORMATS.find((format) => extname(path).toLowerCase() === `.${format}`)
  if (found) return found
  throw new ChanceryError(
    'incorrect',
    path,
    `no format of that name: end it in ${FORMATS.map((f) => `.${f}`).join(', ')}`,
  )
}

/** Where the data of an issue is kept beside its file. */
export const dataBeside = (path: string): string => `${path.slice(0, path.length - extname(path).length)}.json`

/** Writes a briefing in the formats that the files' names say, with its data beside the first. A file appears when it is whole. */
export async function briefingFiles(
  briefing: Briefing,
  paths: readonly string[],
  options: FileOptions = {},
): Promise<{ path: string; said: string }[]> {
  const wanted = paths.map((path) => ({ path, format: formatOf(path) }))
  const done: { path: string; said: string; bytes: Uint8Array }[] = []
  for (const { path, format } of wanted) done.push({ path, ...(await briefingIn(briefing, format, options)) })
  for (const { path, bytes } of done) put(path, bytes)
  put(dataBeside(paths[0]!), Buffer.from(`${JSON.stringify(briefing, null, 2)}\n`))
  return done
}

function put(path: string, bytes: Uint8Array): void {
  try {
    writeFileSync(`${path}.partial`, bytes)
    renameSync(`${path}.partial`, path)
  } catch (error) {
    throw new ChanceryError('fault', path, `${path} cannot be written, ${(error as Error).message}: name another file`)
  }
}

/** What the next issue needs of an earlier one. */
const Issue = z.object({
  format: z.literal('chancery-briefing/1'),
  title: z.string(),
  drawn: z.string(),
  pair: z.tuple([z.string(), z.string()]),
  sections: z.array(
    z.object({
      id: z.string(),
      groups: z.array(z.object({ lines: z.array(z.object({ id: z.string(), lead: z.string(), text: z.string() })) })),
    }),
  ),
})

/** An earlier issue from its data file. Throws `not-found`, `incorrect`. */
export function earlierIssue(path: string): Briefing {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new ChanceryError('not-found', path, 'no such file: give the .json that is saved beside an issue, or a day')
  }
  return issueIn(parsed(text), path)
}

/** An earlier issue from its data. Throws `incorrect` for what is none. */
export function issueIn(data: unknown, at: string): Briefing {
  if (Issue.safeParse(data).success) return data as Briefing
  throw new ChanceryError('incorrect', at, 'no data of a briefing: give the .json that is saved beside an issue')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
