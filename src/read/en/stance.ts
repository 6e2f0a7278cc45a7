const set = (text: string): ReadonlySet<string> => new Set(text.split('|'))

/** A verb that takes a stance by itself. */
export interface Act {
  stance: string
  on: ReadonlySet<string>
  about: readonly string[]
  /** The object's head must be one of these. */
  object?: ReadonlySet<string>
  /** Where that head stands; the object unless told. */
  at?: string
  /** A slot that must be filled. */
  needs?: string
  /** An infinitive must follow ("told Chile to leave"). */
  infinitive?: true
  /** The object is no person: "welcomed the decision". */
  things?: true
  /** Read only where it is about a state, a person or a body. */
  abroad?: true
}

const CONVEY =
  'underscore|emphasise|emphasize|stress|reiterate|highlight|signal|express|reaffirm|convey|voice|reinforce|demonstrate|affirm|underline|extend|offer|show|declare|restate|repeat|send|raise'
export const ACTS: readonly Act[] = [
  { stance: 'thank', on: set('thank'), about: ['object'] },
  { stance: 'thank', on: set('appreciate'), about: ['object', 'object.possessor'] },
  { stance: 'thank', on: set(CONVEY), object: set('gratitude|thanks|thank|appreciation'), about: ['to', 'for'] },
  {
    stance: 'support',
    on: set(CONVEY),
    object: set('support|commitment|solidarity|backing|sympathy|condolence|sympathies|condolences'),
    about: ['for', 'to', 'with', 'object.to', 'object.for'],
  },
  {
    stance: 'offer',
    on: set(`${CONVEY}|reassert`),
    object: set('readiness|openness|willingness'),
    about: ['object.to', 'to', 'object.with'],
  },
  {
    stance: 'support',
    on: set('reaffirm|affirm'),
    object: set('alliance|partnership|friendship|cooperation|ties|relationship|solidarity'),
    about: ['object.with', 'object.between', 'object.modifier'],
  },
  {
    stance: 'support',
    on: set('give'),
    object: set('sympathy|sympathies|condolence|condolences|backing|support'),
    about: ['recipient', 'to'],
  },
  {
    stance: 'urge',
    on: set(CONVEY),
    object: set('need|importance|necessity|urgency|requirement'),
    about: ['object.for', 'for', 'object.of'],
  },
  {
    stance: 'urge',
    on: set('agree'),
    at: 'on',
    object: set('need|importance|necessity|urgency'),
    about: ['on.for', 'on.of'],
  },
  {
    stance: 'criticise',
    on: set(`${CONVEY}|share`),
    object: set('concern|concerns|regret|alarm|dismay|outrage|disappointment|opposition|objection|condemnation'),
    about: ['about', 'over', 'at', 'to'],
  },
  {
    stance: 'praise',
    on: set(CONVEY),
    object: set('wish|wishes|greeting|greetings|congratulation|congratulations|admiration|friendship|satisfaction'),
    about: ['to', 'for', 'recipient'],
  },
  {
    stance: 'praise',
    on: set(
      'praise|hail|laud|commend|applaud|admire|salute|congratulate|compliment|celebrate|impress|commemorate|honour',
    ),
    about: ['object'],
    abroad: true,
  },
  {
    stance: 'praise',
    on: set('recognize|recognise|acknowledge'),
    object: set(
      'contribution|service|sacrifice|effort|role|achievement|leadership|courage|progress|bravery|resilience|generosity|strength|dedication|partnership|friendship|milestone|accomplishment|hospitality|heroism|determination|tradition|work',
    ),
    about: ['object.of', 'object.possessor'],
  },
  {
    stance: 'praise',
    on: set('commend|applaud|praise|welcome|hail'),
    things: true,
    about: ['object.possessor', 'object.of', 'object.modifier', 'object.by'],
    abroad: true,
  },
  { stance: 'support', on: set('stand'), needs: 'with|by|alongside', about: ['with', 'by', 'alongside'], abroad: true },
  { stance: 'promise', on: set('look forward'), about: ['to', 'to.with', 'to.of', 'to.between'] },
  {
    stance: 'praise',
    on: set('value|cherish|treasure'),
    about: ['object', 'object.possessor', 'object.with', 'object.to', 'object.modifier'],
    abroad: true,
  },
  { stance: 'praise', on: set('wish'), needs: 'recipient|object', about: ['recipient', 'object'], abroad: true },
  { stance: 'promise', on: set('commit'), needs: 'to', about: ['to', 'to.of', 'to.with'] },
  { stance: 'urge', on: set('urge|exhort|implore|press|pressure|encourage|beg'), about: ['object'] },
  { stance: 'urge', on: set('call'), needs: 'on|upon', infinitive: true, about: ['on', 'upon'] },
  { stance: 'urge', on: set('call'), needs: 'for', about: ['on', 'for'] },
  { stance: 'urge', on: set('call on|call upon'), infinitive: true, about: ['object'] },
  { stance: 'urge', on: set('call for'), about: ['object'] },
  { stance: 'urge', on: set('ask|tell|order|request|invite'), infinitive: true, about: ['object', 'recipient'] },
  { stance: 'urge', on: set('demand|appeal'), about: ['from', 'to'] },
  { stance: 'accuse', on: set('accuse|blame'), about: ['object'] },
  { stance: 'accuse', on: set('allege'), about: ['object.possessor', 'object.modifier'] },
  {
    stance: 'criticise',
    on: set(
      'condemn|criticise|criticize|denounce|deplore|slam|blast|decry|lambast|lambaste|rebuke|protest|deride|regret',
    ),
    about: ['object'],
  },
  {
    stance: 'criticise',
    on: set('oppose|question|dispute|contest'),
    about: ['object', 'object.of', 'object.possessor', 'object.modifier', 'object.by'],
    abroad: true,
  },
  { stance: 'support', on: set('concur'), needs: 'with', about: ['with', 'with.of', 'with.possessor'] },
  { stance: 'criticise', on: set('speak out'), needs: 'against', about: ['against', 'against.of', 'against.by'] },
  { stance: 'say', on: set('accept|assume'), object: set('responsibility|blame'), about: ['for', 'object.for'] },
  { stance: 'urge', on: set('advocate'), about: ['for.of', 'for.in', 'object.of'], abroad: true },
  { stance: 'support', on: set('second|echo'), about: ['object', 'object.possessor'], abroad: true },
  { stance: 'accuse', on: set('attribute'), needs: 'to', about: ['to'], abroad: true },
  { stance: 'praise', on: set('credit'), about: ['object'], abroad: true },
  { stance: 'urge', on: set('advise|counsel|caution'), infinitive: true, about: ['object'] },
  { stance: 'threaten', on: set('threaten'), about: ['object'] },
  { stance: 'threaten', on: set('warn'), about: ['object'], abroad: true },
  { stance: 'deny', on: set('deny|refute|dismiss'), about: ['object'] },
  {
    stance: 'deny',
    on: set('decline|reject|refuse'),
    object: set('request|demand|call|accusation|allegation|claim|offer|proposal|charge'),
    about: ['object.of', 'from'],
  },
  {
    stance: 'criticise',
    on: set('reject'),
    about: ['object.possessor', 'object.modifier', 'object.of', 'object.by'],
    things: true,
    abroad: true,
  },
  { stance: 'urge', on: set('recommend'), infinitive: true, about: ['object'] },
  { stance: 'urge', on: set('request'), things: true, about: ['from', 'of'], abroad: true },
  { stance: 'say', on: set('claim'), object: set('responsibility|credit'), about: ['for'] },
  { stance: 'promise', on: set('promise|pledge|vow'), about: ['object', 'recipient', 'to'] },
  {
    stance: 'support',
    on: set('support|back|endorse|favour|favor'),
    about: ['object', 'object.possessor', 'object.of'],
    abroad: true,
  },
  {
    stance: 'say',
    on: set('underscore|emphasise|emphasize|stress|reiterate|highlight|reaffirm|affirm|underline'),
    about: ['object.of', 'object.between', 'object.with', 'object.to', 'object.possessor', 'object.modifier', 'object'],
    abroad: true,
  },
]

/** What a speaker is said to be. */
export const BEING: Readonly<Record<string, string>> = {
  committed: 'promise',
  determined: 'promise',
  concerned: 'criticise',
  worried: 'criticise',
  alarmed: 'criticise',
  troubled: 'criticise',
  appalled: 'criticise',
  outraged: 'criticise',
  disappointed: 'criticise',
  saddened: 'support',
  grateful: 'thank',
  thankful: 'thank',
  proud: 'praise',
  pleased: 'praise',
  delighted: 'praise',
  encouraged: 'praise',
  ready: 'offer',
  prepared: 'offer',
  willing: 'offer',
  opposed: 'criticise',
  supportive: 'support',
}

/** The stance of words in quotation marks or after "said that", most telling first. Patterns are linear: plain alternatives. */
export const CONTENT: readonly (readonly [string, RegExp])[] = [
  [
    'threaten',
    /\b(?:will (?:respond|retaliate|attack|destroy|strike|punish|pay)|would (?:respond|retaliate|attack)|consequences|punishment|retaliat\w+|crush\w*|we warn|revenge|strike back|not be deterred)\b/i,
  ],
  [
    'accuse',
    /\b(?:escalat\w+|atrocit\w+|war crimes?|lying|liars?|lies|provocations?|provok\w+|aggressors?|violat\w+|sponsor\w* terror\w*|to blame|responsible for|guilty|interfer\w+|meddl\w+)\b/i,
  ],
  [
    'deny',
    /\b(?:not true|is false|no truth|did not put|didn[’']t put|put no|nobody can|nothing to do with|never (?:said|did|asked|put)|categorically|would not consider|won[’']t (?:get|extract|give|let|be))\b/i,
  ],
  ['thank', /\b(?:thanks?|thankful|grateful|gratitude)\b/i],
  [
    'urge',
    /\b(?:must|should|ought to|needs? to|have to|call on|call upon|call for|urge|let us|let[’']s|I hope that|we hope|we expect|it[’']s time|it is time|(?:it[’']s|it is|is) (?:very |so |absolutely )?(?:vital|imperative|crucial|essential)|cannot let|cannot be allowed)\b/i,
  ],
  [
    'support',
    /\b(?:thoughts and prayers|condolences|sympath(?:y|ies)|stands? (?:with|by|alongside)|solidarity|hearts go out|we (?:fully |strongly )?support)\b/i,
  ],
  [
    'criticise',
    /\b(?:dangerous|calamity|unacceptable|wrong|mistake|concern\w*|worr\w+|regret\w*|not right|illegal|untenable|insult|stab in the back|abandoned|surprise|so sad|stunt|senseless|lousy|null and void|ridiculous|worst|bully|insulting|disgrace\w*|betray\w*|harmful|shameful|costs?|bad|disappoint\w+|condemn\w*|handicap\w*|not think)\b/i,
  ],
  [
    'promise',
    /\b(?:we will|we shall|I will|I shall|will continue to|committed to|we intend|is ready to|are ready to|stand ready|wants? to|look(?:ing)? forward to|will carry|count on us|would help)\b/i,
  ],
  [
    'praise',
    /\b(?:great|honou?r|proud|success\w*|impressed|admir\w+|excellent|historic|friend\w*|nice to|wonderful|pleasure|excited|a leader in|stronghold|champion|icon|hero|pleased|delighted|welcome|important step|step forward|breakthrough|remarkable|strong|good wishes|active|best|biggest|game changer|appreciat\w+)\b/i,
  ],
]
