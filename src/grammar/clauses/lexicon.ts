const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs whose object, not subject, does what the following infinitive says ("asked Lasso to visit"). */
export const OBJECT_CONTROL = set(`advise allow appoint ask assign authorise authorize bar beg cause challenge choose
  command compel convince dare dispatch direct elect empower enable encourage entitle expect forbid force get have help
  hire implore incite induce inspire instruct invite lead leave let lobby make motivate name need nominate oblige order
  permit persuade press pressure prevent prod prompt push recruit remind request require second see select send task teach
  tell tempt train trust urge want warn watch summon deploy mobilise mobilize designate delegate commission contract engage commit`)
/** Verbs whose subject does it even beside an object ("promised Israel to open"). */
export const SUBJECT_CONTROL = set('promise pledge vow threaten swear offer guarantee')
/** Verbs whose "on", "to" or "for" phrase does it ("called on Israel to withdraw"). */
export const OBLIQUE_CONTROL = set('call appeal count rely wait plead shout arrange push press signal')
/** Nouns that hand the act to someone else ("an invitation to Lasso to visit"). */
export const INVITING = set('invitation request call appeal order demand permission pressure')

/** Verbs that say only that a nominal event takes place; their subject is its actor. */
export const LIGHT_ACTIVE = set(`pay make hold have take conduct give undertake perform do carry begin start launch open
  continue resume conclude end finish complete extend issue express offer provide lend impose maintain enjoy deliver embark
  arrange stage host convene wage keep show sign establish exchange enter commence kick wrap cut`)
/** Verbs whose subject is the nominal event itself ("the visit began on Monday"). */
export const LIGHT_EVENT = set(`take occur happen begin start end conclude come last continue open close resume commence
  proceed kick`)
/** Verbs of its course: to deny them is not to deny the event ("the talks did not end"). */
export const ASPECT = set(
  'begin start open continue resume conclude end finish complete last extend maintain close wrap',
)
/** What "take" needs to be such a verb. */
export const LIGHT_EVENT_OBJECT = set('place effect')

/** Verbs of saying and thinking: what they stand beside as a parenthesis is what was said. */
export const SPEECH = set(`say tell add note state announce comment claim report declare explain write argue stress
  emphasise emphasize underline underscore warn insist remark reply respond ask suggest recall quip tweet conclude continue
  mention believe think acknowledge admit affirm assert confirm contend predict recount reiterate repeat reveal
  observe caution counter joke promise pledge vow agree deny complain estimate hope`)

/** Verbs that take their object "as" something ("hailed Lasso as the first president to visit"). */
export const REGARDING = set(`hail describe appoint elect name praise recognise recognize regard see choose select
  install inaugurate swear know consider nominate confirm treat depict portray designate present proclaim list welcome
  accept identify view`)

/** Adjectives that make a noun the one who does ("the *first* president to visit"). */
export const ORDINAL = set(`first second third fourth fifth sixth seventh eighth ninth tenth last latest next only sole
  one few many`)

/** Verbs that seldom take an object: the one that follows a second verb is not theirs ("met and signed a treaty"). */
export const INTRANSITIVE = set(`meet come go travel arrive sit speak talk fly return depart gather convene rise fall
  appear stand remain stay die live work act agree vote abstain happen occur`)

/** Nouns completed by an infinitive that says what they consist of. */
export const INFINITIVE_NOUNS =
  set(`plan decision intention agreement offer promise pledge refusal attempt effort proposal
  invitation request call appeal order permission bid wish desire willingness readiness commitment failure move deal vow
  threat mandate chance opportunity right ability motion resolution pact drive push step campaign vote demand obligation need`)
/** Verbs completed by an infinitive; after other verbs it tells a purpose. */
export const INFINITIVE_VERBS =
  set(`agree aim allow appeal ask attempt authorise authorize begin call choose compel consent
  continue dare decide decline demand expect fail forbid force hesitate hope instruct intend invite manage need oblige
  offer order permit persuade plan pledge prefer prepare promise propose refuse remind request require resolve schedule
  seek seem struggle tell tend threaten try undertake urge volunteer vote vow want warn wish`)
/** Nouns that can consist of an infinitive: "the aim is to open an office". */
export const AIMS =
  set(`aim goal purpose task plan objective intention mission keynote role hope wish priority idea job point
  dream ambition target path course approach duty function desire challenge way thing step solution answer option choice policy strategy key
  responsibility focus proposal problem decision reason motive obligation alternative`)

/** Verbs whose noun says what the subject or object is or becomes. */
export const LINKING =
  set(`be become remain seem stay appear look feel turn prove constitute represent mean total equal call
  name elect appoint declare make consider designate crown choose nominate proclaim label dub deem keep render vote`)

/** Verbs of asking and letting, which no object of theirs can part from their infinitive. */
export const ASKING =
  set(`ask urge invite order tell advise allow permit force persuade encourage instruct request expect warn
  press pressure enable compel implore authorise authorize convince beg forbid oblige commit exhort entitle lobby task entrust`)
