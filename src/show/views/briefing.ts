/** One telling on which a line rests, or a list whose silence it rests on. */
export interface Cite {
  /** Title of the source. */
  source: string
  /** Whose record it is: "as recorded by the United States". */
  viewpoint: string
  /** The last day for which the source speaks. */
  asOf?: string
  /** How the source dates it, where not as the line does. */
  otherwise?: string
  /** Its words, cut at a sentence's length. */
  quote?: string
  /** Row, page or record within the source. */
  where?: string
  url?: string
  /** Only reported, by an article that nobody accepted. */
  reported?: true
  /** The fact or coverage in the ledger, whose history `chancery` tells. */
  record?: string
}

/** A footnote; `same` refers to an earlier one that cites the same. */
export interface Note {
  n: number
  same?: number
  cites: Cite[]
}

/** What became of a line since an earlier issue. */
export type Mark = 'new' | 'changed' | 'gone'

/** A line of a briefing: when, what, and the number of its footnote. */
export interface Line {
  /** The same for the same matter in another issue. */
  id: string
  /** The time in words, or what the line is about in the table at the head. */
  lead: string
  text: string
  note?: number
  mark?: Mark
  /** The line as it stood in the earlier issue. */
  was?: string
}

export interface Group {
  title: string
  lines: Line[]
  /** What is left out, or that nothing is on record. */
  rest?: string
}

export const SECTIONS = ['glance', 'background', 'ahead', 'say', 'check', 'unknown', 'names'] as const
export interface Section {
  id: (typeof SECTIONS)[number]
  title: string
  /** A word on what the section is. */
  intro?: string
  groups: Group[]
}

/** Roll calls of a year in which both voted, and in which they chose alike. */
export interface AgreementYear {
  year: string
  both: number
  alike: number
}

/** A briefing on a pair of states before a day, as plain data: what every format shows, and what the next issue is compared with. */
export interface Briefing {
  format: 'chancery-briefing/1'
  title: string
  pair: readonly [string, string]
  /** The day of the visit. */
  on: string
  /** The day on which it was drawn up. */
  drawn: string
  knownOn?: string
  /** Under whose names: "United Nations". */
  names: string
  version: string
  subtitle: string
  sections: Section[]
  notes: Note[]
  /** The issue with which it was compared, and what differs. */
  since?: { drawn: string; new: number; changed: number; gone: number }
  /** What a person has yet to do: sign it. */
  closing: string
  agreement: AgreementYear[]
}

export const allLines = ({ sections }: Pick<Briefing, 'sections'>): Line[] =>
  sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines))
