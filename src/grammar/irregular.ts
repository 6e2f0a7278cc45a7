/** Irregular English verbs: the base, then its past forms where they are spelled otherwise than the rules of `stems.ts` would have it. */
const VERBS = `
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|become became|befall befell befallen|begin began begun|behold beheld|bend bent|beset|bet
bid bade bidden|bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|broadcast|browbeat browbeaten|build built
burn burnt|burst|buy bought|cast|catch caught|choose chose chosen|cling clung|come came|cost|creep crept|cut|deal dealt|dig dug|do did done|draw drew drawn
dream dreamt|drink drank drunk|drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|fling flung
fly flew flown|forbid forbade forbidden|forecast|foresee foresaw foreseen|foretell foretold|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
forsake forsook forsaken|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|have had|hear heard|hide hid hidden
hit|hold held|hurt|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|let|light lit|lose lost|make made
mean meant|meet met|mislead misled|mistake mistook mistaken|misunderstand misunderstood|mow mown|offset|outdo outdid outdone|outgrow outgrew outgrown|outlay outlaid
override overrode overridden|oversee oversaw overseen|overcome overcame|overtake overtook overtaken|overthrow overthrew overthrown|overrun overran|partake partook partaken
pay paid|plead pled|prove proven|put|quit|read|rebuild rebuilt|redo redid redone|remake remade|repay repaid|rerun reran|resell resold|reset|retake retook retaken|retell retold
rethink rethought|rewrite rewrote rewritten|rid|ride rode ridden|ring rang rung|rise rose risen|run ran|saw sawn|say said|see saw seen|seek sought|sell sold|send sent|set
sew sewn|shake shook shaken|shed|shine shone|shoot shot|show shown|shrink shrank shrunk|shut|sing sang sung|sink sank sunk|sit sat|slay slew slain|sleep slept|slide slid
sling slung|slit|smell smelt|sow sown|speak spoke spoken|speed sped|spell spelt|spend spent|spill spilt|spin spun|spit spat|split|spoil spoilt|spread|spring sprang sprung
stand stood|steal stole stolen|stick stuck|sting stung|stink stank stunk|stride strode stridden|strike struck stricken|string strung|strive strove striven|swear swore sworn
sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought|throw threw thrown|thrust|tread trod trodden
undergo underwent undergone|underlie underlay underlain|underpin|understand understood|undertake undertook undertaken|underwrite underwrote underwritten|undo undid undone
unwind unwound|uphold upheld|upset|wake woke woken|wear wore worn|weave wove woven|weep wept|win won|wind wound|withdraw withdrew withdrawn|withhold withheld
withstand withstood|wring wrung|write wrote written`

/** Past forms to bases; a base that is its own past stands for itself. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  VERBS.trim()
    .split(/[|\n]/)
    .flatMap((line) => {
      const [base, ...past] = line.split(' ') as [string, ...string[]]
      return (past.length > 0 ? past : [base]).map((form): [string, string] => [form, base])
    }),
)
