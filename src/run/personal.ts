import type { NewFact } from '../model/fact.ts'
import { classOf } from '../model/ids.ts'

/** A column of a table that tells of persons what is never kept of a named one. */
export const PERSONAL_COLUMN =
  /\b(?:religio\w*|faith|denomination|confession|creed|sect|ethnic\w*|race|tribe|caste|health|illness\w*|disease|medical|diagnos\w*|disabilit\w*|cause.of.death|sexual\w*|sexuality|orientation)\b/i

const FAITHS =
  "jew|jewish|muslim|moslem|catholic|protestant|christian|evangelical|lutheran|calvinist|anglican|baptist|methodist|mormon|orthodox christian|greek orthodox|russian orthodox|coptic|copt|maronite|hindu|buddhist|sikh|jain|bah[aá]['’]?[ií]|druze|alawite|alevi|sunni|shia|shi['’]?ite|yazidi|atheist|agnostic"
const PEOPLES =
  'kurd|kurdish|arab|berber|roma|romani|gypsy|tutsi|hutu|pashtun|hazara|uyghur|uighur|tatar|chechen|kikuyu|luo|yoruba|igbo|hausa|zulu|xhosa|tamil|sinhalese|punjabi|aymara|quechua|maya|mayan|afro-\\w+|mestizo|black|white|asian'
const ILLS =
  "cancer|tumou?r|leuka?emia|hiv|aids|covid(?:-19)?|coronavirus|parkinson(?:['’]s)?|alzheimer(?:['’]s)?|dementia|diabet\\w+|depression|epilep\\w+|a stroke|a heart attack|pregnan\\w+"

/** Said of a person: what he or she believes, descends from or suffers from. Organisations ("Jewish Agency") are not persons. */
const SAID = new RegExp(
  [
    `\\b(?:a|an|first|devout|practi[sc]ing|observant|born|lapsed|converted to|ethnic|ethnically|of|is|was|became|,) (?:\\w+ )?(?:${FAITHS}|${PEOPLES})(?=[\\s]*(?:[,.;:)"”]|$|by birth|descent|origin|background|faith|convert|believer|politician|president|prime|minister|leader|woman|man|who\\b))`,
    `\\b(?:converted|conversion) to (?:${FAITHS}|islam|judaism|christianity|catholicism|buddhism|hinduism)\\b`,
    `\\b(?:diagnosed|ill|sick|suffer\\w*|treated|treatment|hospitali[sz]ed|surgery|operated|dying|infected|tested positive|recover(?:s|ed|ing))\\b.{0,40}\\b(?:${ILLS})\\b`,
    `\\b(?:he|she|who|has|had|having|suffers? from|ill with|battl\\w+) (?:\\w+ )?(?:${ILLS})\\b(?! (?:vaccin|drug|medic|test|patient|case|aid|relief|hospital|research|response|program))`,
    '\\b(?:diagnosed with|tested positive|hospitali[sz]ed|(?:fell|was|is|been) (?:gravely |seriously |terminally )?ill|underwent surgery|mental illness|wheelchair|homosexual|openly gay|lesbian|transgender)\\b',
    '\\b(?:his|her|their) (?:religion|religious faith|faith|ethnicity|ethnic origin|health|illness|disease)\\b',
  ].join('|'),
  'i',
)

const LONGEST = 4000
/** Whether words tell the religion, ethnicity, health or the like of somebody. It rather finds too much than too little. */
export const tellsPersonal = (text: string): boolean => SAID.test(text.slice(0, LONGEST))

const ofPerson = (fact: Pick<NewFact, 'roles'>): boolean =>
  Object.values(fact.roles)
    .flat()
    .some((id) => classOf(id) === 'person' || classOf(id) === 'office')

/** A fact about a named person without words that tell such a thing of one; where they stood is kept. */
export function withoutPersonal(fact: NewFact): { fact: NewFact; left: ('quote' | 'note')[] } {
  if (!ofPerson(fact)) return { fact, left: [] }
  const left = [
    ...(fact.cite.quote && tellsPersonal(fact.cite.quote) ? (['quote'] as const) : []),
    ...(fact.note && tellsPersonal(fact.note) ? (['note'] as const) : []),
  ]
  if (!left.length) return { fact, left }
  const { note, cite, ...rest } = fact
  const { quote, ...where } = cite
  return {
    fact: {
      ...rest,
      ...(note && !left.includes('note') && { note }),
      cite: { ...where, ...(quote && !left.includes('quote') && { quote }) },
    },
    left,
  }
}
