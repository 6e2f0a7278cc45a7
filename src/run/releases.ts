import { canonical, hashOf } from '../keep/content.ts'
import type { Claim, Document } from '../model/claim.ts'
import { ChanceryError } from '../model/error.ts'
import type { NewFact } from '../model/fact.ts'
import { type EntityId, slug } from '../model/ids.ts'
import { isStatesOrgan } from '../read/bodies.ts'
import { documentOf, metaBeside } from './document.ts'
import { factOf } from './file.ts'
import type { holdersOf } from './holders.ts'
import { readDocument } from './read.ts'
import { readerVersion } from './reader-version.ts'
import { stateOf } from './release-coverage.ts'
import { releaseOf } from './release-text.ts'

/** Whose releases are filed, and under which name they are kept: what one folder of one authority tells. */
export interface Authority {
  name: string
  id: EntityId
  batch: string
}

export function authorityOf(name: string, folder: string): Authority {
  const words = slug(name)
  if (!words) throw new ChanceryError('incorrect', '--accept-as', 'nobody is named: give the name of the authority')
  const last =
    slug(
      folder
        .replace(/(?<![\\/])[\\/]+$/, '')
        .split(/[\\/]/)
        .at(-1) ?? '',
    ) || 'releases'
  return { name, id: `body:${words}`, batch: `releases/${words}/${last}` }
}

/** A claim of a release that is to be accepted unless a person says no. */
export interface Candidate {
  fact: NewFact
  /** The same as filed where a person says no. */
  report: NewFact
  claim: Claim
  doc: Document
  file: string
}

/** What a folder of releases says, read and not yet filed. */
export interface Releases {
  authority: Authority
  documents: Document[]
  /** Claims that are accepted in bulk. */
  candidates: Candidate[]
  /** Claims that stay reports: a denial, or words that qualify them were not read. */
  apart: NewFact[]
  /** Files whose day is not known: their relative times stay open. */
  undated: string[]
  content: string
}

/** A release as a document, with what its head, the file beside it or its name say of it. */
export function openRelease(path: string, text: string, outlet: string): Document {
  const { about, body } = releaseOf(text, path)
  return documentOf(body, { ...about, ...metaBeside(path), outlet })
}

/** Reads releases into candidates. `progress` hears how many of them are done. */
export async function readReleases(
  authority: Authority,
  files: readonly { path: string; text: string }[],
  holders: Awaited<ReturnType<typeof holdersOf>>,
  progress: (done: number) => void = () => {},
): Promise<Releases> {
  const out: Releases = {
    authority,
    documents: [],
    candidates: [],
    apart: [],
    undated: [],
    content: contentOf(authority, files),
  }
  const seen = new Set<string>()
  for (const [i, { path, text }] of files.entries()) {
    const doc = openRelease(path, text, authority.name)
    if (!doc.date) out.undated.push(path)
    // Two files of one text are one release.
    if (!seen.has(doc.id)) addRelease(out, doc, path, readDocument(doc, holders).claims)
    seen.add(doc.id)
    progress(i + 1)
  }
  return out
}

function addRelease(out: Releases, doc: Document, file: string, claims: readonly Claim[]): void {
  out.documents.push(doc)
  for (const claim of claims) {
    const report = factOf(claim, doc)
    if (!report) continue
    const apart = report.telling === 'no' || claim.unread || claim.beyond
    // Who states it does not bear out its own words quoted elsewhere.
    const fact: NewFact = { ...report, speaker: report.speaker ?? speakerOf(out.authority), standing: 'accepted' }
    if (apart) out.apart.push(report)
    else out.candidates.push({ fact, report, claim, doc, file })
  }
}

/** As an article that quotes it has it: an organ of a state speaks as the state. */
const speakerOf = ({ id, name }: Authority): EntityId => (isStatesOrgan(name) ? stateOf(name) : id)

const contentOf = (authority: Authority, files: readonly { path: string; text: string }[]): string =>
  hashOf(canonical([readerVersion(), authority.name, files.map(({ path, text }) => [path, text])]))
