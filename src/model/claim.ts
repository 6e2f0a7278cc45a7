import type { Amount, Modality } from './fact.ts'
import type { EntityId } from './ids.ts'
import type { Kind } from './kinds/index.ts'
import type { Span } from './span.ts'
import type { When } from './when.ts'

/** What is said of the set of such facts, or of the fact itself; see the codebook. */
export const IS = ['so', 'none', 'count', 'first', 'last', 'every', 'only', 'among', 'size', 'years'] as const
export type Is = (typeof IS)[number]
export const VOICES = ['narrator', 'quoted', 'reported'] as const
export type Voice = (typeof VOICES)[number]

/** An entity as an article names it: `label` is what a codebook row prints (`ECU`, `Guillermo Lasso`, `president of ECU`). */
export interface Named {
  is: 'entity'
  id: EntityId
  label: string
  /** Where the article names it; absent where it is taken from context. */
  span?: Span
  /** The office that a person is said to hold in this clause ("Ecuadorian President Guillermo Lasso"), as an office id. */
  as?: EntityId
}

/** A set described in words ("the ten countries that abstained"): members of a role of other facts. */
export interface Described {
  is: 'set'
  label: string
  span?: Span
  /** The role of `of` that the members fill. */
  by: string
  of: { kind: Kind; roles: Record<string, Filler>; when?: When }
  /** A number said of the set itself ("the 13 states that …"), which the text presupposes. */
  count?: Amount
}

/** Words that name no entity: a topic, a resolution as named, an unnamed group; also a closed value such as a step. */
export interface Worded {
  is: 'words'
  label: string
  span?: Span
}

export type Filler = Named | Described | Worded | { is: 'list'; of: (Named | Described | Worded)[] }

/** From somebody's last turn on; or for so many years back, `short` where the number is said to be not quite reached. */
export type Since = { person: Named } | { years: number; short?: true }

/** What an article says, with the words that say it. `roles` that the text leaves open are absent. */
export interface Claim {
  /** `claim:<hash>` of document and content. */
  id: string
  kind: Kind
  is: Is
  roles: Record<string, Filler>
  count?: Amount
  except?: Named[]
  when?: When
  /** Of a first, or of none: from whose turn on, or in how many years. */
  since?: Since
  modality: Modality
  voice: Voice
  speaker?: Named
  span: Span
  quote: string
  /** Why the content is no matter of fact, where the reader can tell: who holds what on a contested status, a feeling, a cause. */
  beyond?: 'opinion' | 'status' | 'forecast' | 'cause'
  /** Words that qualify the claim and that the reader could not take into account: what is left of it is not judged. */
  unread?: { span: Span; quote: string }
  /** Made of a noun phrase ("his visit to Cuba"), which its sentence mentions rather than tells. */
  mentioned?: true
  /** Who read it, where a model was asked beside the rules. */
  readers?: ('rules' | 'model')[]
  /** The rules that made it, in order: the derivation that `why` prints. */
  rules: string[]
}

/** What the reader could not read safely, with the words: never silence. */
export interface Unread {
  span: Span
  quote: string
  because: string
  /** Why it is no matter of fact, where that is plain: a contested status, a judgement. */
  beyond?: Claim['beyond']
}

/** An article as read. `date` absent: relative times stay unresolved. */
export interface Reading {
  claims: Claim[]
  unread: Unread[]
}

/** What a document's text was taken from, as it came. */
export interface Captured {
  /** Its media type: `text/html`, `application/pdf`. */
  type: string
  /** Of the bytes as they came, in hexadecimal. */
  sha256: string
  /** How many they are. */
  bytes: number
  /** When a server sent it or an archive recorded it: an instant in UTC. */
  at?: string
  /** The bytes, packed by gzip, in base64; absent where they are too many to be kept. */
  copy?: string
}

/** A document as opened. `id` is `doc:<hash of the text>`. */
export interface Document {
  id: string
  text: string
  date?: string
  title?: string
  outlet?: string
  source?: string
  /** An ISO 639 code in small letters, as the page says it. */
  language?: string
  /** Absent where the text is all that came. */
  captured?: Captured
}

/** A codebook row, as `read --format rows` prints it. */
export interface Row {
  start: number
  end: number
  quote: string
  kind: Kind
  is?: Is
  count?: Amount
  roles: Record<string, string | string[]>
  except?: string[]
  when?: When
  modality: Modality
  voice: Voice
  speaker?: string
}
