/** A column of the dyad–year panel as its codebook and schema tell it. */
export interface PanelColumn {
  name: string
  type: 'string' | 'integer' | 'number' | 'boolean'
  meaning: string
  unit?: string
  /** When it is empty. */
  empty?: string
}

const UNKNOWN = 'no source here tells it, and none covers it: unknown, never zero'
const way = (name: string, meaning: string, more: Omit<PanelColumn, 'name' | 'meaning'>): PanelColumn[] => [
  { name: `${name}_ab`, meaning: meaning.replaceAll('FROM', 'a').replaceAll('TO', 'b'), ...more },
  { name: `${name}_ba`, meaning: meaning.replaceAll('FROM', 'b').replaceAll('TO', 'a'), ...more },
]

/** A row is an unordered pair of states, `a` before `b` in the order of their codes, and a calendar year. */
export const PANEL_COLUMNS: readonly PanelColumn[] = [
  {
    name: 'a',
    type: 'string',
    meaning: 'the one state: ISO 3166-1 alpha-3 (ISO 3166-3 for one that ended), or our own word where ISO has none',
  },
  { name: 'b', type: 'string', meaning: 'the other state' },
  { name: 'year', type: 'integer', meaning: 'calendar year' },
  {
    name: 'cow_a',
    type: 'string',
    meaning: "state a's letters in the Correlates of War list in that year",
    empty: 'the list has no such state',
  },
  {
    name: 'cow_b',
    type: 'string',
    meaning: "state b's letters in the Correlates of War list in that year",
    empty: 'the list has no such state',
  },
  {
    name: 'relations',
    type: 'string',
    meaning: 'diplomatic relations on 31 December: yes, no, or disputed where sources differ',
    empty: UNKNOWN,
  },
  ...way(
    'visits',
    'visits told by anybody acting for state FROM to state TO that surely fell into the year; a lower bound unless visits_whole',
    { type: 'integer', unit: 'visits', empty: UNKNOWN },
  ),
  ...way('visits_whole', 'whether a source states that its list of visits to TO is whole for the year', {
    type: 'boolean',
  }),
  ...way('leader_visits', 'of these, visits by a sitting head of state or government of FROM', {
    type: 'integer',
    unit: 'visits',
    empty: UNKNOWN,
  }),
  ...way(
    'leader_visits_whole',
    'whether sources state that their lists of such visits, and of the holders of these offices, are whole for the year; the offices are those that the ledger tells of FROM',
    { type: 'boolean' },
  ),
  ...way('embassy', 'whether FROM had an embassy or legation in TO on 31 December: yes, no, or disputed', {
    type: 'string',
    empty: UNKNOWN,
  }),
  ...way(
    'envoy',
    'whether an envoy of FROM to TO is told to have served at some time in the year: yes, or no where the list is whole',
    { type: 'string', empty: UNKNOWN },
  ),
  {
    name: 'agreements',
    type: 'integer',
    unit: 'agreements',
    meaning: 'agreements told as signed by both in the year; a lower bound unless agreements_whole',
    empty: UNKNOWN,
  },
  {
    name: 'agreements_whole',
    type: 'boolean',
    meaning: 'whether a source states that its list of their agreements is whole for the year',
  },
  {
    name: 'un_both',
    type: 'integer',
    unit: 'roll calls',
    meaning: 'roll calls of the General Assembly in the year on which both voted yes, no or abstain',
    empty: 'no roll calls of the year are held',
  },
  {
    name: 'un_alike',
    type: 'integer',
    unit: 'roll calls',
    meaning: 'of these, those on which both chose alike',
    empty: 'no roll calls of the year are held',
  },
  {
    name: 'un_share',
    type: 'number',
    meaning: 'un_alike / un_both',
    empty: 'there is no roll call on which both voted',
  },
  {
    name: 'bodies',
    type: 'integer',
    unit: 'bodies',
    meaning:
      'bodies founded by treaty, among those whose members the ledger tells, to which both belonged on 31 December',
    empty: 'the list of members ends before, or there is none',
  },
]
