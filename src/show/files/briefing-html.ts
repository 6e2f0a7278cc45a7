import { type Briefing, type Group, type Line, type Note, SECTIONS, type Section } from '../views/briefing.ts'
import { sayNote } from '../views/briefing-notes.ts'
import { escapeHtml } from './escape.ts'
import { fontFaces } from './fonts.ts'

const STYLE = `
:root{color-scheme:light}
@page{size:A4;margin:22mm 20mm 20mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt "Noto Serif",serif;color:#555}}
*{box-sizing:border-box}
body{font:10pt/1.42 "Noto Serif",Georgia,serif;color:#1a1a1a;max-width:170mm;margin:0 auto;hyphens:manual}
h1{font-size:21pt;line-height:1.15;font-weight:400;margin:0 0 2mm}
.sub{color:#444;margin:0 0 6mm;padding-bottom:3mm;border-bottom:.6pt solid #1a1a1a}
.differs{margin:-3mm 0 5mm;font-style:italic}
h2{font-size:12.5pt;font-weight:700;margin:7mm 0 2mm;break-after:avoid}
h3{font-size:10pt;font-style:italic;font-weight:400;color:#333;margin:3.5mm 0 .5mm;break-after:avoid}
table{width:100%;border-collapse:collapse}
td,th{vertical-align:top;text-align:left;padding:.7mm 0;font-weight:400}
th{width:41mm;padding-right:4mm;color:#333}
tr{break-inside:avoid}
.glance tr{border-bottom:.4pt solid #ccc}
.glance th{font-weight:700;color:#1a1a1a;width:50mm}
.glance td,.glance th{padding:1.1mm 4mm 1.1mm 0}
.wide th{width:50mm}
.rest,.intro{font-style:italic;color:#444;margin:.6mm 0 0}
sup{font-size:7pt;line-height:0}sup a{color:inherit;text-decoration:none}
.mark{font-weight:700}.was{color:#444;font-style:italic}del{color:#666}
.closing{margin-top:8mm;padding-top:3mm;border-top:.6pt solid #1a1a1a;font-size:9pt;color:#333}
.notes{font-size:7.8pt;line-height:1.35;padding:0;list-style:none;columns:2;column-gap:8mm}
.notes li{break-inside:avoid;margin:0 0 1mm;padding-left:7mm;text-indent:-7mm}
.notes .n{display:inline-block;width:7mm;text-indent:0}
.notes a{color:inherit;word-break:break-all}
@media (max-width:480px){table,tbody,tr,td,th{display:block;width:auto}.notes{columns:1}}
`

const MARKS = { new: 'New. ', changed: 'Changed. ', gone: 'Gone. ' } as const

function cell(line: Line): string {
  const mark = line.mark ? `<span class="mark">${MARKS[line.mark]}</span>` : ''
  const text = `<bdi>${escapeHtml(line.text)}</bdi>`
  const was = line.was === undefined ? '' : ` <span class="was">(before: ${escapeHtml(line.was)})</span>`
  const n = line.note
  const note = n === undefined ? '' : `<sup><a id="r${n}" href="#n${n}" aria-label="note ${n}">${n}</a></sup>`
  return `${mark}${line.mark === 'gone' ? `<del>${text}</del>` : text}${note}${was}`
}

/** A lead of more than a date's length needs the wide column. */
const isWide = (lines: readonly Line[]): boolean => lines.some(({ lead }) => lead.length > 24)

function groupHtml(section: Section, { title, lines, rest }: Group): string {
  const rows = lines.map((l) => `<tr><th scope="row">${escapeHtml(l.lead)}</th><td>${cell(l)}</td></tr>`).join('\n')
  const kind = section.id === 'glance' ? ' class="glance"' : isWide(lines) ? ' class="wide"' : ''
  return [
    ...(title ? [`<h3>${escapeHtml(title)}</h3>`] : []),
    ...(lines.length ? [`<table${kind}>\n${rows}\n</table>`] : []),
    ...(rest ? [`<p class="rest">${escapeHtml(rest)}</p>`] : []),
  ].join('\n')
}

function noteHtml(note: Note): string {
  const said = sayNote(note).map(({ text, url }) => {
    const address = url ? ` <a href="${escapeHtml(url)}">${escapeHtml(shown(url))}</a>` : ''
    return `<bdi>${escapeHtml(text)}</bdi>${address}`
  })
  return `<li id="n${note.n}"><a class="n" href="#r${note.n}" aria-label="back to note ${note.n}">${note.n}</a>${said.join(' ')}</li>`
}

const LONGEST_ADDRESS = 90
/** An address as read: percent-escapes of letters undone, a long one cut; the link itself stays whole. */
export function shown(url: string): string {
  let text = url
  try {
    text = decodeURI(url)
  } catch {}
  text = text.replace(/[\p{Cc}\p{Cf}\s]/gu, '')
  return text.length > LONGEST_ADDRESS ? `${text.slice(0, LONGEST_ADDRESS - 1)}…` : text
}

/** A briefing as one HTML page with its fonts in it, without script; it prints on A4. */
export function briefingHtml(briefing: Briefing): string {
  const { since } = briefing
  const differs = since
    ? `<p class="differs">Against the issue of ${since.drawn}: ${since.new} new, ${since.changed} changed, ${since.gone} gone.</p>`
    : ''
  const sections = SECTIONS.flatMap((id) => briefing.sections.filter((s) => s.id === id)).map((s) => {
    const intro = s.intro ? `<p class="intro">${escapeHtml(s.intro)}</p>` : ''
    return `<section><h2>${escapeHtml(s.title)}</h2>${intro}\n${s.groups.map((g) => groupHtml(s, g)).join('\n')}\n</section>`
  })
  const notes = briefing.notes.length
    ? `<section><h2>Notes</h2>\n<ol class="notes">\n${briefing.notes.map(noteHtml).join('\n')}\n</ol>\n</section>`
    : ''
  const body = `<main>
<h1>${escapeHtml(briefing.title)}</h1>
<p class="sub">${escapeHtml(briefing.subtitle)}</p>
${differs}${sections.join('\n')}
<p class="closing">${escapeHtml(briefing.closing)}</p>
${notes}
</main>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>${escapeHtml(briefing.title)}</title>
<style>${fontFaces(body)}${STYLE}</style>
</head>
<body>
${body}
</body>
</html>
`
}
