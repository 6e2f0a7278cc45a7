import { IRREGULAR } from './irregular.ts'

const VOWELS = 'aeiou'
const isVowel = (c: string | undefined): boolean => c !== undefined && VOWELS.includes(c)

/** How many runs of vowels: about the syllables. */
function beats(stem: string): number {
  let n = 0
  let last = false
  for (let i = 0; i < stem.length; i++) {
    const vowel = isVowel(stem[i]) || (stem[i] === 'y' && i > 0)
    if (vowel && !last) n++
    last = vowel
  }
  return n
}

/** Endings of stems after which a silent e fell away, and longer ones after which none did. */
const E_ENDINGS = `
c v z u dg ang eng ung rg lg bl dl fl gl kl pl tl zl cl ns rs ls ps as es is os us br cr tr ad ed id od ud ut at ur ir plor gnor stor dor scor
clar par shar spar squar interfer adher coher rever persever in ven mpet plet cret delet mot vot quot not denot iz ys us um lin
ak rik bik lik vok bak tak pok scap shap scop elop lop grap typ tim iol yl il ol ul chang scrib sieg quir guid suad rows abus uat quat past tast wast hast sl ag eg ig og ug nam sham flam com hom fam
breath bath cloth sooth loath seeth writh wreath phon pon zon ton clon don hon`
  .trim()
  .split(/\s+/)
const PLAIN_ENDINGS = `
ss bad dead sead read load road head ead oad aid oid eed eud oud out eat oat iat at ait oit uit ein ain oin uin eir air oir our eur vis
visit bias canvas focus bus gas bonus discus surplus eign gain begin ruin margin origin bargain captain raven liven enliven leaven
develop envelop gallop wallop abandon pardon option ention ation ion rison ason sson eason bacon beckon reckon question
il ail eil oil uil council pencil peril devil veil evil deal steal al el eal ial ual ol ool haul aul oul foul
credit edit it bit mit eet oot et oo eag eak eek ook oak ieg aug ing arang bang hang clang gang fang
occur murmur sulphur trim victim maxim claim drum tandem gum om oom custom blossom button mutton cotton carton
prevail zig inhabit debut output shut put pilot ballot pivot riot robot plot shot root boot`
  .trim()
  .split(/\s+/)
/** Stems that the endings above judge wrongly. */
const E_STEMS = new Set(
  `creat initiat evaluat associat negotiat mediat retaliat appreciat radiat depreciat alleviat deviat humiliat repudiat affiliat reconcil compil exil fil
   smil profil defil invit unit ignit recit cit excit incit expedit despit requit writ welcom becom overcom com devot promot quot vot denot not
   consol cajol schedul overrul rul ridicul intrigu combin outlin undermin evad blockad escap declar prepar compar clos chas increas decreas
   releas ceas leas purchas pleas eas teas creas appeas grous rous hous us caus paus accus rais prais nois pois los choos loos advis revis devis promis
   compromis surpris exercis televis supervis comput execut prosecut persecut contribut distribut attribut disput substitut institut constitut
   salut pollut dilut mut commut refut reput permeat delineat graduat situat actuat fluctuat punctuat perpetuat insinuat accentuat infuriat
   propitiat expatiat satiat vitiat abbreviat emaciat excruciat officiat substantiat differentiat enunciat denunciat renunciat conciliat
   dissociat annihilat violat isolat relat leagu plagu argu valu rescu pursu issu continu du su subdu accru constru queu ensu dialogu
   interven conven contraven reconven proven polic sourc forc enforc financ complet compet delet deplet concret`
    .trim()
    .split(/\s+/),
)
/** Stems that keep both l's. */
const LL_STEMS =
  /(?:^[^aeiou]*(?:qu)?[aeiou]ll|call|stall|enroll|wall|fill|still|thrall|[^p]spell|swell|dwell|pall|skill)$/

const endsIn = (stem: string, endings: readonly string[]): number => {
  let longest = 0
  for (const end of endings) if (end.length > longest && stem.endsWith(end)) longest = end.length
  return longest
}

/** Other stems that end in a double consonant of their own. */
const DOUBLE_STEMS = /(?:boycott|^(?:butt|purr|whirr|ebb|egg|err))$/

/** Whether a stem is one short syllable with one consonant behind: -ed or -ing would have doubled it. */
function isShort(stem: string): boolean {
  const [a, b, c] = [stem[stem.length - 3], stem[stem.length - 2], stem[stem.length - 1]!]
  return beats(stem) <= 1 && isVowel(b) && (!isVowel(a) || stem.startsWith('qu')) && !isVowel(c) && !'wxy'.includes(c)
}

/** Whether a stem, its -ed or -ing cut off, lost a silent e. */
function lostE(stem: string): boolean {
  if (E_STEMS.has(stem)) return true
  const [b, c] = [stem[stem.length - 2], stem[stem.length - 1]]
  if (c === 't' && b === 'a' && !isVowel(stem[stem.length - 3]) && beats(stem) > 1) return true
  const yes = endsIn(stem, E_ENDINGS)
  if (yes === 0) return false
  if (yes === 2 && isVowel(stem[stem.length - 3]) && isVowel(b) && !'sgzvc'.includes(c!)) return false
  return yes > endsIn(stem, PLAIN_ENDINGS)
}

function undoubled(stem: string): string | undefined {
  const n = stem.length
  if (n < 4 || stem[n - 1] !== stem[n - 2] || isVowel(stem[n - 1])) return undefined
  if (LL_STEMS.test(stem) || DOUBLE_STEMS.test(stem)) return undefined
  return stem.slice(0, n - 1)
}

/** The base that -ed or -ing was added to; `known` says whether a base is a verb met before. */
function baseOf(stem: string, known: (base: string) => boolean): string {
  if (stem.endsWith('ick') && beats(stem) > 1 && !known(stem)) return stem.slice(0, -1)
  if (isShort(stem)) return `${stem}e`
  const shorter = undoubled(stem)
  const longer = `${stem}e`
  if (shorter !== undefined && known(shorter) && !known(stem)) return shorter
  if (known(stem) !== known(longer)) return known(stem) ? stem : longer
  if (shorter !== undefined && !'sfz'.includes(shorter[shorter.length - 1]!)) return shorter
  if (stem.endsWith('e') && !stem.endsWith('ee')) return longer
  return lostE(stem) ? longer : stem
}

const hasVowel = (stem: string): boolean => /[aeiouy]/.test(stem)
const PREFIX = /^(?:re|out|over|under|mis|un|pre|fore|co)-?(?=.{3})/

function pastBase(form: string, known: (base: string) => boolean): string | undefined {
  const irregular = IRREGULAR.get(form)
  if (irregular !== undefined) return irregular
  const prefix = PREFIX.exec(form)?.[0] ?? ''
  const inner = prefix === '' ? undefined : IRREGULAR.get(form.slice(prefix.length))
  if (inner !== undefined && !form.endsWith('ed')) return prefix + inner
  if (form.endsWith('ied')) return form.length === 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`
  if (form.endsWith('eed') && known(form.slice(0, -1))) return form.slice(0, -1)
  return form.endsWith('ed') && hasVowel(form.slice(0, -2)) ? baseOf(form.slice(0, -2), known) : undefined
}

function gerundBase(form: string, known: (base: string) => boolean): string | undefined {
  if (form.endsWith('ying') && form.length === 5) return `${form[0]}ie`
  return form.endsWith('ing') && hasVowel(form.slice(0, -3)) ? baseOf(form.slice(0, -3), known) : undefined
}

function presentBase(form: string): string | undefined {
  if (form.endsWith('ies')) return form.length === 4 ? form.slice(0, -1) : `${form.slice(0, -3)}y`
  if (/(?:ss|x|zz|ch|sh|[^aeiou]o)es$/.test(form)) return form.slice(0, -2)
  return form.endsWith('s') && !form.endsWith('ss') ? form.slice(0, -1) : undefined
}

/** The base of a verb form in lower case under its Penn tag, by the rules of spelling; undefined where none applies. */
export function verbBase(form: string, xpos: string, known: (base: string) => boolean): string | undefined {
  if (!/^[a-z]+(?:-[a-z]+)*$/.test(form)) return undefined
  if (xpos === 'VBD' || xpos === 'VBN') return pastBase(form, known)
  if (xpos === 'VBG') return gerundBase(form, known)
  return xpos === 'VBZ' ? presentBase(form) : undefined
}
