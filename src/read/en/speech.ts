const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Verbs whose complement is what someone says: their subject answers for it. */
export const SPEECH =
  set(`say tell add note state announce comment claim report declare explain write argue stress emphasise
  emphasize underline underscore warn insist remark reply respond suggest recall quip tweet mention acknowledge admit affirm
  assert confirm contend predict recount reiterate repeat reveal observe caution counter joke complain estimate allege imply
  hint disclose proclaim maintain boast testify concede believe think inform reassure assure hope express vow pledge promise
  fear expect continue conclude point point-out indicate reaffirm underline`)
/** Verbs that stand beside words in quotation marks. */
export const QUOTING =
  set(`say tell add note state announce comment claim declare explain write argue stress emphasise emphasize
  underline underscore warn insist remark reply respond suggest recall quip tweet mention acknowledge admit affirm assert confirm
  contend predict reiterate repeat observe caution counter joke complain ask conclude continue call describe read urge thank
  promise pledge vow report`)
