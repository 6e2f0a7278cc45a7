const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Written with a full stop before a name or number; no sentence ends there. Lower case, without the stop. */
export const TITLES = list(`
  mr mrs ms mx dr prof gen col lt lieut sgt cpl capt cmdr comdr cdr adm maj brig sen rep reps sens gov govs pres rev hon amb msgr
  supt det insp sir st ste mt ft op cit cf ca approx est vs v
  viz al rs messrs mmes drs fr sr sra srta mlle mme gens cols lts atty treas asst assoc exec dir dep`)

/** Written with a full stop before a number alone ("Art. 5"; but "modern art." ends a sentence). */
export const NUMBERED = list(`no nos vol vols fig figs pp pg art arts sec secs sect ch par pars para paras cl`)

/** May end a sentence or not. Lower case, without the final stop. */
export const ABBREVIATIONS = list(`
  jr inc corp co ltd bros plc llc etc jan feb mar apr jun jul aug sept sep oct nov dec
  ave blvd rd dept univ assn govt natl intl min max tel ext dist calif conn fla ill ind
  kan mass mich minn miss mo mont neb nev okla ore penn tenn tex va vt wash wis wyo ariz ark colo del ga ky la md me
  lb lbs oz ft yd yds sq cu hr hrs mins
  ph.d m.d b.a m.a d.c u.s u.k u.n e.u a.m p.m e.g i.e b.c a.d`)

/** A word that cannot be read as a name begins a new sentence after "U.S." or "Inc.". */
export const STARTERS = list(`
  the a an this that these those it he she they we i you his her its their our my your there here in on at for from by with
  as but and or so yet if when while after before since although though because however meanwhile moreover
  also then now no not what who how why where which one some many most several both all each every another other
  according during under despite until once last next today yesterday`)

/** Bound beginnings that stay with a hyphen ("pro-Beijing"), after the practice of the English treebanks. */
export const PREFIXES = list(`
  anti non pro pre post mid re co ex e multi semi sub neo inter intra ultra counter cross over under un pan mini micro macro
  mega meta para trans extra hyper bi tri uni de dis mis out super vice quasi pseudo proto psycho socio politico`)
