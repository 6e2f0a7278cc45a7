const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Prepositions and conjunctions whose phrase narrows or compares what a clause tells. */
export const NARROWING = set(
  'before after until till under as with without by than except but like unlike instead besides alongside barring',
)
/** The same, where only a statement on a set is narrowed by them. */
export const NARROWING_SETS = set('from outside beyond among amongst since')
/** Subordinators whose clause orders or conditions what the main clause tells. */
export const ORDERING = set('before after until till without than unless if')
/** How often, how nearly, how alone: no claim has a place for these. */
export const FREQUENCY =
  set(`always often rarely seldom frequently regularly usually sometimes occasionally repeatedly annually
  yearly monthly weekly constantly consistently continuously traditionally normally generally routinely twice thrice once hardly
  scarcely barely together jointly alone again`)
/** Ways of doing something that change what is told. */
export const MANNER =
  set(`secretly unofficially privately illegally unilaterally temporarily partially partly virtually remotely
  incognito nominally theoretically effectively indirectly informally tacitly covertly unknowingly accidentally mistakenly
  falsely supposedly allegedly reportedly purportedly apparently ostensibly presumably possibly probably perhaps maybe likely`)
/** Words on what is told without a speaker who answers for it. */
export const HEARSAY = set('allegedly reportedly supposedly purportedly apparently ostensibly presumably')
/** Adverbs that narrow not even a statement on a set. */
export const IDLE =
  set(`ever never not n't already previously also since now then yet so far still thus therefore however
  hitherto historically actually indeed too either just even who where when how there here only first last currently today
  currently recently later earlier finally eventually subsequently meanwhile furthermore moreover`)
/** Adjectives on a visit or a meeting that a statement on a set would need. */
export const SORTS = set(`state official private secret working unofficial bilateral solo overnight surprise unannounced
  historic-ceremonial ceremonial wartime peacetime formal informal campaign`)
/** Words that an office has anyway: its holder, at the time. */
export const HOLDING_IT = set('sitting serving incumbent current then-sitting reigning new visiting acting')
export const RANKING = set(
  'first last only sole final latest ever second third fourth fifth sixth seventh eighth ninth tenth',
)
export const SPANS_OF_TIME = set(
  'day week month quarter year decade summer winter spring autumn fall season time other',
)
/** Just short of doing something. */
export const NEARLY = set('almost nearly barely hardly scarcely practically')
/** Whoever does these does not stand for what the clause under them says. */
export const DISBELIEVING = set('deny doubt dispute refute disprove disbelieve rebut debunk question contest')
/** Not doing what was asked: of a visit it tells that there was none, of a state of affairs nothing. */
export const UNWILLING = set('refuse decline reject fail avoid prevent forbid bar exclude refusal failure')

/** Words before a content that take it back; each is tried on the text before the predicate. */
export const TAKEN_BACK: readonly RegExp[] = [
  /\bit(?: is|'s|’s| was| has been| would be) (?:\w+ ){0,2}(?:false|untrue|wrong|incorrect|inaccurate|a lie|a myth|a hoax|doubtful|unlikely|unclear|uncertain|unknown|disputed|impossible)(?: to \w+)? that\b/i,
  /\b(?:is|was|'s|’s)(?:n't|n’t| not| hardly| never)(?: \w+)? (?:true|correct|accurate|the case|clear|known|certain|confirmed|proven|a fact) (?:that|whether|if)\b/i,
  /\b(?:nobody|no one|no-one|few|hardly anyone|none)(?: \w+){0,3} (?:believ\w+|thinks?|thought|claim\w*|says?|said|accept\w*|expect\w*|knows?|knew)\b/i,
  /\bthere (?:is|was) no (?:evidence|proof|record|indication|sign|truth)\b/i,
  /\b(?:doubt(?:s|ed)?|den(?:y|ies|ied)|denying|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)) (?:\w+ )?(?:that|whether)\b/i,
  /\bcontrary to (?:\w+ ){0,3}(?:claims?|rumou?rs?|reports?|belief)\b/i,
]
/** The same after the predicate. */
export const TAKEN_BACK_AFTER =
  /\b(?:is|was|are|were|remains?|proved|turned out)(?: to be)? (?:\w+ )?(?:false|untrue|a lie|not true|a myth|a hoax|incorrect|a rumou?r|fictional|fake)\b/i
/** A content hung on a noun for which nobody answers. */
export const RUMOURS =
  /\b(?:claims?|rumou?rs?|reports?|idea|belief|myth|allegations?|notion|suggestions?|speculation|theory|hypothesis) that\b/i
/** Doing without doing it. */
export const FEIGNING = set('forget pretend threaten hesitate feign neglect omit struggle')
/** Alternatives, bounds and nobody's beliefs; `denied`: unless the claim is one of absence, `plain`: of counts alone. */
export const OPENING: readonly { words: RegExp; unless?: 'denied' | 'plain' }[] = [
  { words: /\bneither\b/i, unless: 'denied' },
  { words: /\beither\b(?=.{1,120}\bor\b)/i },
  { words: /\bor so\b/i },
  {
    words: /\b(?:at least|at most|more than|fewer than|less than|about|around|perhaps) (?:once|twice|thrice)\b/i,
    unless: 'plain',
  },
  {
    words:
      /\b(?:some|many|most people|others|several|people) (?:\w+ )?(?:believe|say|claim|think|argue|suspect|insist)\b/i,
  },
  { words: /\b(?:on behalf of|in place of|in lieu of|in the name of)\b/i },
  {
    words:
      /\bduring (?:the )?(?:[\w.]+ ){0,3}(?:presidency|premiership|chancellorship|reign|tenure|administration|term)\b/i,
  },
  {
    words:
      /\b(?:when|while) (?:[\w.]+ ){1,4}(?:was|were) (?:\w+ ){0,2}(?:president|senator|minister|chancellor|secretary|governor|king|queen|leader|in office|in power)\b/i,
  },
  { words: /\bwhile (?:an? )?(?:president|senator|minister|chancellor|secretary|governor|king|queen|leader)\b/i },
  { words: /\bfor the (?:first|second|third|fourth|fifth|last|only|\d+(?:st|nd|rd|th)) time\b/i },
]

/** What opens a clause that is only supposed. */
export const SUPPOSING = new Set([
  'if',
  'unless',
  'whether',
  'in case',
  'provided',
  'provided that',
  'providing',
  'lest',
  'even if',
])
