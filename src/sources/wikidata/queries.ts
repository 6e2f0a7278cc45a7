import { ChanceryError } from '../../model/error.ts'
import { type EntityId, nameOf } from '../../model/ids.ts'
import { itemsOf } from './states.ts'

/** A pair of states, or one state with all others. */
export type Scope = readonly [EntityId] | readonly [EntityId, EntityId]

/** `ECU-ISR`, `ECU`: what a pull is about; a pair is the same in either order. */
export const scopeName = (scope: Scope): string => scope.map(nameOf).sort().join('-')

/** One question to the service. Rows come in the order of `key`, by which a page goes on where the last one ended. */
export interface Query {
  /** Also the name of its first variable, by which a saved answer is known. */
  topic: Topic
  key: string
  /** A page of it: at most `limit` rows, after the last key of the page before. */
  text(limit: number, after?: string): string
}
export const TOPICS = ['relation', 'tenure', 'embassy', 'ambassador', 'visit', 'treaty'] as const
export type Topic = (typeof TOPICS)[number]

/** A time of a statement's qualifier, with the two other shapes that it may have. */
const qualifier = (property: string, name: string, statement = '?statement'): string => `
  OPTIONAL { ${statement} pq:${property} ?${name} . }
  OPTIONAL { ${statement} pqv:${property} [ wikibase:timeValue ?${name}; wikibase:timePrecision ?${name}Precision;
    wikibase:timeCalendarModel ?${name}Calendar ] . }
  OPTIONAL { ${statement} a wdno:${property} . BIND(true AS ?${name}None) }`

/** A time that is a statement of an item itself. */
const own = (item: string, property: string, name: string): string => `
  OPTIONAL { ${item} p:${property} ?${name}Of . ?${name}Of wikibase:rank ?${name}Rank . FILTER(?${name}Rank != wikibase:DeprecatedRank)
    ?${name}Of psv:${property} [ wikibase:timeValue ?${name}; wikibase:timePrecision ?${name}Precision;
      wikibase:timeCalendarModel ?${name}Calendar ] . }`

const timed = (name: string): string => `?${name} ?${name}Precision ?${name}Calendar ?${name}None`
const RANKED = '?statement wikibase:rank ?rank . FILTER(?rank != wikibase:DeprecatedRank)'

const values = (name: string, states: readonly EntityId[]): string =>
  `VALUES ?${name} { ${states.flatMap((s) => itemsOf(s).map(({ item }) => `wd:${item}`)).join(' ')} }`

const names = (states: readonly EntityId[]): string[] =>
  states.flatMap((s) =>
    itemsOf(s)
      .slice(0, 1)
      .map(({ label }) => label.replace(/^The /, '')),
  )

function query(
  topic: Topic,
  scope: Scope,
  variables: string,
  labelled: readonly string[],
  where: string,
  key = topic as string,
): Query {
  const labels = labelled.map((name) => `?${name}Label`).join(' ')
  const text = (limit: number, after?: string) => `# Chancery: ${topic}, ${scopeName(scope)}
SELECT ?${topic} (NOW() AS ?asked) ("${scopeName(scope)}" AS ?scope) ${variables} ${labels} WHERE {
${where}
  ${after === undefined ? '' : `FILTER(STR(?${key}) > ${JSON.stringify(after)})`}
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en,mul". }
}
ORDER BY STR(?${key}) LIMIT ${limit}`
  return { topic, key, text }
}

/** Either side of a pair, or one side of a state with anybody. */
const sides = (scope: Scope, a: string, b: string): string =>
  scope.length === 2
    ? `${values(a, scope)}\n  ${values(b, scope)}\n  FILTER(?${a} != ?${b})`
    : `{ ${values(a, scope)} } UNION { ${values(b, scope)} }`

/** P530, by full statements. */
const relation = (scope: Scope): Query =>
  query(
    'relation',
    scope,
    `?rank ?subject ?object ?objectNone ${timed('start')} ${timed('end')}`,
    ['subject', 'object'],
    `  ${values('subject', scope)}
  ?subject p:P530 ?statement . BIND(?statement AS ?relation) ${RANKED}
  OPTIONAL { ?statement ps:P530 ?object . }
  OPTIONAL { ?statement a wdno:P530 . BIND(true AS ?objectNone) }
  ${scope.length === 2 ? `${values('object', scope)}` : ''}${qualifier('P580', 'start')}${qualifier('P582', 'end')}`,
  )

/** P35 and P6 of the state, and P39 of persons who held its highest offices or were its foreign minister. */
const tenure = (scope: Scope): Query =>
  query(
    'tenure',
    scope,
    `?rank ?property ?role ?state ?person ?position ${timed('start')} ${timed('end')}`,
    ['state', 'person', 'position'],
    `  ${values('state', scope)}
  {
    VALUES (?claim ?value ?property ?role ?of) {
      (p:P35 ps:P35 "P35" "head of state" wdt:P1906) (p:P6 ps:P6 "P6" "head of government" wdt:P1313) }
    ?state ?claim ?statement . ?statement ?value ?person . OPTIONAL { ?state ?of ?position . }
  } UNION {
    { ?state wdt:P1906 ?position . BIND("head of state" AS ?role) }
    UNION { ?state wdt:P1313 ?position . BIND("head of government" AS ?role) }
    UNION { ?position wdt:P1001 ?state ; wdt:P279* wd:Q7330070 . BIND("foreign minister" AS ?role) }
    ?person p:P39 ?statement . ?statement ps:P39 ?position . BIND("P39" AS ?property)
  }
  BIND(?statement AS ?tenure) ${RANKED}${qualifier('P580', 'start')}${qualifier('P582', 'end')}`,
  )

/** Embassies and the like: whose (P137), in which country (P17), where, from when to when. */
const embassy = (scope: Scope): Query =>
  query(
    'embassy',
    scope,
    `?class ?sender ?host ?place ${timed('start')} ${timed('end')}`,
    ['embassy', 'class', 'sender', 'host', 'place'],
    `  ${sides(scope, 'sender', 'host')}
  VALUES ?name { "embassy"@en "high commission"@en "consulate"@en "consulate general"@en "diplomatic mission"@en "representative office"@en "interests section"@en "liaison office"@en }
  ?class rdfs:label ?name .
  ?embassy wdt:P31 ?class ; wdt:P137 ?sender ; wdt:P17 ?host .
  OPTIONAL { ?embassy wdt:P131 ?place . }
  OPTIONAL { ?embassy p:P571|p:P1619 ?startOf . ?startOf psv:P571|psv:P1619 [ wikibase:timeValue ?start; wikibase:timePrecision ?startPrecision; wikibase:timeCalendarModel ?startCalendar ] . }
  OPTIONAL { ?embassy p:P576|p:P3999 ?endOf . ?endOf psv:P576|psv:P3999 [ wikibase:timeValue ?end; wikibase:timePrecision ?endPrecision; wikibase:timeCalendarModel ?endCalendar ] . }`,
  )

/** Ambassadors: P39 of a position named for both states, or of a plain "ambassador" whose qualifiers name them. */
function ambassador(scope: Scope): Query {
  const named = names(scope)
    .map((name) => `CONTAINS(?name, ${JSON.stringify(name)})`)
    .join(' || ')
  return query(
    'ambassador',
    scope,
    `?rank ?person ?position ?represents ?of ${timed('start')} ${timed('end')}`,
    ['person', 'position', 'represents', 'of'],
    `  { ?position wdt:P279+ wd:Q121998 ; rdfs:label ?name . FILTER(LANG(?name) = "en" && (${named})) }
  UNION { VALUES ?position { wd:Q121998 } ${values('of', scope)} ?statement ps:P39 ?position ; pq:P642|pq:P17|pq:P1001 ?of . }
  ?person p:P39 ?statement . ?statement ps:P39 ?position . BIND(?statement AS ?ambassador) ${RANKED}
  OPTIONAL { ?statement pq:P1268|pq:P137 ?represents . }
  OPTIONAL { ?statement pq:P642|pq:P17|pq:P1001 ?of . }${qualifier('P580', 'start')}${qualifier('P582', 'end')}`,
  )
}

/** State visits and the like: to which country, by whom, when. */
const visit = (scope: Scope): Query =>
  query(
    'visit',
    scope,
    `?class ?host ?person ?citizenship ?place ${timed('date')} ${timed('start')} ${timed('end')}`,
    ['visit', 'class', 'host', 'person', 'citizenship', 'place'],
    `  VALUES ?name { "state visit"@en "official visit"@en "working visit"@en "diplomatic visit"@en "papal visit"@en "royal visit"@en }
  ?class rdfs:label ?name .
  ?visit wdt:P31 ?class ; wdt:P17 ?host ; wdt:P710 ?person .
  ?person wdt:P31 wd:Q5 ; wdt:P27 ?home , ?citizenship .
  ${sides(scope, 'host', 'home')}
  OPTIONAL { ?visit wdt:P276 ?place . }${own('?visit', 'P585', 'date')}${own('?visit', 'P580', 'start')}${own('?visit', 'P582', 'end')}`,
  )

/** Treaties with all their signatories: signed when, in force from when. */
const treaty = (scope: Scope): Query =>
  query(
    'treaty',
    scope,
    `?signatory ${timed('signed')} ${timed('date')} ${timed('force')}`,
    ['treaty', 'signatory'],
    `  { SELECT DISTINCT ?treaty WHERE { ${scope
      .map(
        (s, i) =>
          `VALUES ?party${i} { ${itemsOf(s)
            .map(({ item }) => `wd:${item}`)
            .join(' ')} } ?treaty wdt:P1891 ?party${i} .`,
      )
      .join(' ')} } }
  ?treaty p:P1891 ?statement . ?statement ps:P1891 ?signatory . ${RANKED}${qualifier('P585', 'signed')}${own('?treaty', 'P585', 'date')}${own('?treaty', 'P7588', 'force')}`,
  )

/** Every question about a pair or a state. Throws `unsupported` for a state whose item is not known. */
export function queriesOf(scope: Scope): Query[] {
  for (const state of scope)
    if (!itemsOf(state).length)
      throw new ChanceryError('unsupported', nameOf(state), 'no item of Wikidata is known for this state: name another')
  return [relation(scope), tenure(scope), embassy(scope), ambassador(scope), visit(scope), treaty(scope)]
}
