import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { getDocumentProxy } from 'unpdf'
import { briefingOf } from '../../../src/run/briefing.ts'
import { briefingPdf } from '../../../src/show/files/briefing-pdf.ts'
import { inVisualOrder } from '../../../src/show/files/pdf-setter.ts'
import { namingOf } from '../../../src/show/names.ts'
import { allLines, type Briefing } from '../../../src/show/views/briefing.ts'
import { sayNote } from '../../../src/show/views/briefing-notes.ts'
import { briefed, FACTS } from '../../run/briefing-world.ts'

/** A node of the structure as it is read back: its role, its words in order, and whether a link leads from it. */
interface Read {
  role: string
  text: string
  leads: boolean
  inner: Read[]
}
interface TreeNode {
  role?: string
  type?: string
  id?: string
  children?: TreeNode[]
}
type Proxy = Awaited<ReturnType<typeof getDocumentProxy>>
const plain = (text: string): string => text.replace(/[\s\u200B]+/g, ' ').trim()

/** The words of each piece of marked content of a page, by its id; what is an artifact has none. */
async function contentOf(
  page: Awaited<ReturnType<Proxy['getPage']>>,
): Promise<{ marked: Map<string, string>; bare: string }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true })
  const marked = new Map<string, string>()
  const open: (string | undefined)[] = []
  let bare = ''
  for (const item of items as { type?: string; id?: string; tag?: string; str?: string }[]) {
    if (item.type === 'beginMarkedContentProps' || item.type === 'beginMarkedContent')
      open.push(item.tag === 'Artifact' ? 'artifact' : (item.id ?? open.at(-1)))
    else if (item.type === 'endMarkedContent') open.pop()
    else {
      const id = open.at(-1)
      if (id === undefined) bare += item.str ?? ''
      else marked.set(id, (marked.get(id) ?? '') + (item.str ?? ''))
    }
  }
  return { marked, bare }
}

const read = (node: TreeNode, marked: ReadonlyMap<string, string>): Read => {
  const children = node.children ?? []
  const inner = children.filter((c) => c.role).map((c) => read(c, marked))
  let next = 0
  const text = children.map((c) =>
    c.role ? inner[next++]!.text : c.type === 'content' ? (marked.get(c.id!) ?? '') : '',
  )
  return {
    role: node.role!,
    text: plain(text.join('')),
    leads: children.some((c) => c.type === 'annotation' || c.type === 'object'),
    inner,
  }
}

const flat = (nodes: readonly Read[]): Read[] => nodes.flatMap((node) => [node, ...flat(node.inner)])

async function readBack(briefing: Briefing) {
  const pdf = await getDocumentProxy(await briefingPdf(briefing))
  const pages: Read[] = []
  let bare = ''
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const content = await contentOf(page)
    bare += content.bare
    pages.push(read((await page.getStructTree()) as TreeNode, content.marked))
  }
  const { info } = (await pdf.getMetadata()) as { info: { Language?: string; Title?: string } }
  return { nodes: flat(pages), bare, info, marked: await pdf.getMarkInfo(), outline: await pdf.getOutline() }
}

const drawn = async (): Promise<Briefing> =>
  briefingOf(await briefed(FACTS), 'state:ECU', 'state:PER', {
    ...{ on: '2004-03-10', today: '2004-02-01', names: namingOf('UN') },
  })

describe('a PDF by our own printer, read back', async () => {
  const briefing = await drawn()
  const { nodes, bare, info, marked, outline } = await readBack(briefing)
  const of = (role: string) => nodes.filter((n) => n.role === role)
  const texts = (role: string) => of(role).map((n) => n.text)

  test('is tagged, with its language, its title and an outline', () => {
    assert.deepEqual([(marked as { Marked?: boolean } | null)?.Marked, info.Language], [true, 'en'])
    assert.equal(info.Title, briefing.title)
    const titles = briefing.sections.map((s) => s.title)
    assert.deepEqual(
      outline?.map((o) => o.title),
      [...titles, 'Notes'],
    )
  })

  test('has every heading as one, at its level', () => {
    assert.deepEqual(texts('H1'), [briefing.title])
    assert.deepEqual(texts('H2'), [...briefing.sections.map((s) => s.title), 'Notes'])
    const groups = briefing.sections.flatMap((s) => s.groups.flatMap((g) => g.title || []))
    assert.deepEqual(texts('H3'), groups)
  })

  test('has every line as the item of a list, its lead as the label, in the order of the paper', () => {
    const said = (text: string) => plain(text).replace(/ /g, '')
    const lines = allLines(briefing).map((l) => [l.lead, `${l.text}${l.note ?? ''}`].map(said))
    const notes = briefing.notes.map((n) =>
      [
        String(n.n),
        sayNote(n)
          .map((p) => p.text)
          .join(''),
      ].map(said),
    )
    const items = joined(nodes)
    assert.equal(items.length, lines.length + notes.length)
    for (const [i, [lead, text]] of [...lines, ...notes].entries()) {
      assert.equal(items[i]!.label, lead)
      assert.ok(items[i]!.body.startsWith(text!.slice(0, 20)), `${items[i]!.body}\n${text}`)
    }
  })

  test('has every link within the element that says where it leads', () => {
    const links = of('Link')
    const noted = allLines(briefing).filter((l) => l.note !== undefined).length
    const addresses = briefing.notes.flatMap((n) => sayNote(n).flatMap((p) => p.url ?? []))
    assert.ok(links.length >= noted + addresses.length && addresses.length > 0)
    assert.deepEqual(
      links.filter((link) => !link.leads || link.text === ''),
      [],
    )
  })

  test('has no words outside of the structure but numbers of pages', () => assert.equal(plain(bare), ''))
})

test('words that stand on paper in another order keep their own for who listens', () => {
  const [piece] = inVisualOrder([{ text: 'he said שלום עולם twice' }])
  assert.equal(piece!.actual, 'he said שלום עולם twice')
  assert.notEqual(piece!.text, piece!.actual)
  assert.deepEqual(inVisualOrder([{ text: 'plain' }]), [{ text: 'plain' }])
})

/** Items of lists; one that runs over a page is read in two parts. */
function joined(nodes: readonly Read[]): { label: string; body: string }[] {
  const out: { label: string; body: string }[] = []
  for (const item of nodes.filter((n) => n.role === 'LI')) {
    const part = (role: string) =>
      item.inner
        .filter((n) => n.role === role)
        .map((n) => n.text)
        .join('')
        .replace(/ /g, '')
    const [label, body] = [part('Lbl'), part('LBody')]
    if (label === '' && out.length) out.at(-1)!.body += body
    else out.push({ label, body })
  }
  return out
}
