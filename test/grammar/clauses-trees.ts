import type { Sentence, Token } from '../../src/grammar/types.ts'

const UPOS: Readonly<Record<string, string>> = {
  NN: 'NOUN',
  NNS: 'NOUN',
  NNP: 'PROPN',
  NNPS: 'PROPN',
  JJ: 'ADJ',
  JJS: 'ADJ',
  RB: 'ADV',
  RBR: 'ADV',
  WRB: 'ADV',
  IN: 'ADP',
  RP: 'ADP',
  TO: 'PART',
  POS: 'PART',
  DT: 'DET',
  PRP: 'PRON',
  PRP$: 'PRON',
  WP: 'PRON',
  WP$: 'PRON',
  WDT: 'PRON',
  EX: 'PRON',
  CD: 'NUM',
  CC: 'CCONJ',
  MD: 'AUX',
  ',': 'PUNCT',
  '.': 'PUNCT',
  '"': 'PUNCT',
}

const uposOf = (xpos: string, deprel: string): string => {
  if (xpos.startsWith('V')) return /^(aux|cop)/.test(deprel) ? 'AUX' : 'VERB'
  if (xpos === 'IN' && deprel === 'mark') return 'SCONJ'
  return UPOS[xpos] ?? 'X'
}

/** A tree written as `form:lemma XPOS head relation / …`, heads counted from 1; `~` before a form leaves out the space. */
export function treeFrom(drawn: string): { text: string; sentence: Sentence } {
  let text = ''
  const tokens = drawn.split(' / ').map((cell, i): Token => {
    const [word, xpos, head, deprel] = cell.trim().split(' ') as [string, string, string, string]
    const glued = word.startsWith('~') || text === ''
    const bare = word.startsWith('~') ? word.slice(1) : word
    const colon = bare.indexOf(':')
    const form = colon > 0 ? bare.slice(0, colon) : bare
    if (!glued) text += ' '
    const start = text.length
    text += form
    return {
      i,
      form,
      lemma: colon > 0 ? bare.slice(colon + 1) : xpos.startsWith('NNP') ? form : form.toLowerCase(),
      upos: uposOf(xpos, deprel),
      xpos,
      feats: {},
      head: Number(head) - 1,
      deprel,
      start,
      end: text.length,
    }
  })
  return { text, sentence: { tokens, start: 0, end: text.length } }
}

/** Trees drawn by hand with clauses that must be found, every one. */
export const TREES: readonly (readonly [string, ...string[]])[] = [
  [
    'Lopez NNP 3 nsubj:pass / was:be VBD 3 aux:pass / welcomed:welcome VBN 0 root / by IN 5 case / Duarte NNP 3 obl:agent / to IN 7 case / Asuncion NNP 3 obl / ~. . 3 punct',
    'welcome(s: Duarte; o: Lopez; to: Asuncion; past; span: Lopez was welcomed by Duarte to Asuncion)',
  ],
  [
    'The DT 2 det / treaty NN 7 nsubj / signed:sign VBN 2 acl / by IN 5 case / Iran NNP 3 obl:agent / has:have VBZ 7 aux / expired:expire VBN 0 root / ~. . 7 punct',
    'sign(s: Iran; o: treaty; of-noun: treaty; span: signed by Iran)',
    'expire(s: treaty; perfect; present)',
  ],
  [
    'Malta NNP 3 nsubj / was:be VBD 3 cop / one CD 0 root / of IN 6 case / the DT 6 det / states:state NNS 3 nmod / which WDT 8 nsubj / voted:vote VBD 3 acl:relcl / against IN 10 case / partition NN 8 obl / ~. . 3 punct',
    '=one(s: Malta; of: states)',
    'vote(s: states; against: partition; joined: modifier; span: which voted against partition)',
  ],
  [
    'The DT 2 det / country NN 6 nsubj / that WDT 5 obj / Xi NNP 5 nsubj / visited:visit VBD 2 acl:relcl / grew:grow VBD 0 root',
    'visit(s: Xi; o: country; of-noun: country)',
    'grow(s: country)',
  ],
  [
    'The DT 2 det / country NN 7 nsubj / Xi NNP 4 nsubj / plans:plan VBZ 2 acl:relcl / to TO 6 mark / visit VB 4 xcomp / grew:grow VBD 0 root',
    'visit(s: Xi; o: country; via: plan)',
    'plan(s: Xi; -o)',
  ],
  [
    'She PRP 2 nsubj / left:leave VBD 0 root / Oslo NNP 2 obj / ~, , 7 punct / where WRB 7 advmod / talks:talk NNS 7 nsubj / failed:fail VBD 3 acl:relcl',
    'fail(s: talks; in: Oslo)',
  ],
  [
    'Togo NNP 6 nsubj / ~, , 5 punct / whose WP$ 4 nmod:poss / king NN 5 nsubj / died:die VBD 1 acl:relcl / mourned:mourn VBD 0 root',
    'die(s: whose king)',
    '*king(poss: Togo)',
    'mourn(s: Togo)',
  ],
  [
    'Abe NNP 4 nsubj:pass / had:have VBD 4 aux / been:be VBN 4 aux:pass / scheduled:schedule VBN 0 root / to TO 6 mark / visit VB 4 xcomp / Iran NNP 6 obj / in IN 9 case / May NNP 6 obl',
    'visit(s: Abe; o: Iran; in: May; via: be + schedule; none; span: to visit Iran in May)',
    'schedule(o: Abe; perfect; past)',
  ],
  [
    'Biden NNP 2 nsubj / asked:ask VBD 0 root / Ruto NNP 2 obj / to TO 5 mark / visit VB 2 xcomp / Haiti NNP 5 obj',
    'visit(s: Ruto; o: Haiti; via: ask)',
  ],
  [
    'Biden NNP 2 nsubj / promised:promise VBD 0 root / Ruto NNP 2 iobj / to TO 5 mark / visit VB 2 xcomp',
    'visit(s: Biden; via: promise)',
  ],
  [
    'Mandela NNP 2 nsubj / became:become VBD 0 root / the DT 5 det / first JJ 5 amod / leader NN 2 xcomp / to TO 7 mark / visit VB 5 acl / Cuba NNP 7 obj',
    'visit(s: Mandela; o: Cuba; of-noun: first leader; -via)',
    'become(s: Mandela; is: first leader)',
  ],
  [
    'Mandela NNP 2 nsubj / made:make VBD 0 root / history NN 2 obj / as IN 7 case / the DT 7 det / first JJ 7 amod / leader NN 2 obl / to TO 9 mark / visit VB 7 acl / Cuba NNP 9 obj',
    'visit(s: Mandela; o: Cuba; of-noun: first leader)',
  ],
  [
    'Chad NNP 2 nsubj / announced:announce VBD 0 root / plans:plan NNS 2 obj / to TO 5 mark / open VB 3 acl / an DT 7 det / embassy NN 5 obj',
    'open(s: Chad; o: embassy; via: plan + announce)',
  ],
  [
    'The DT 2 det / states:state NNS 5 nsubj / are:be VBP 5 cop / in IN 5 case / process NN 0 root / of IN 7 mark / negotiating:negotiate VBG 5 acl / peace NN 7 obj',
    'negotiate(s: states; o: peace; via: process + be)',
    '=process(s: states; at: in)',
  ],
  [
    'Its PRP$ 2 nmod:poss / goal NN 5 nsubj:outer / is:be VBZ 5 cop / to TO 5 mark / open VB 0 root / an DT 7 det / office NN 5 obj',
    'open(s: Its; o: office; via: goal)',
  ],
  [
    'Pence NNP 2 nsubj / met:meet VBD 0 root / Peres NNP 2 obj / and CC 5 cc / visited:visit VBD 2 conj / Haifa NNP 5 obj / ~. . 2 punct',
    'meet(s: Pence; o: Peres; span: Pence met Peres)',
    'visit(s: Pence; o: Haifa; joined: coordinate; span: visited Haifa)',
  ],
  [
    'They PRP 2 nsubj / signed:sign VBD 0 root / and CC 4 cc / ratified:ratify VBD 2 conj / it PRP 2 obj / in IN 7 case / Oslo NNP 2 obl',
    'sign(s: They; o: it; in: Oslo)',
    'ratify(s: They; o: it; in: Oslo)',
  ],
  [
    'Both CC 2 cc:preconj / Fiji NNP 5 nsubj / and CC 4 cc / Tonga NNP 2 conj / left:leave VBD 0 root',
    'leave(s: Fiji + Tonga)',
  ],
  [
    'The DT 2 det / pope NN 3 nsubj / paid:pay VBD 0 root / a DT 5 det / visit NN 3 obj / to IN 7 case / Peru NNP 3 obl / in IN 9 case / May NNP 3 obl',
    '*visit(s: pope; to: Peru; in: May; via: pay; past; span: The pope paid a visit to Peru in May)',
  ],
  [
    'Peru NNP 4 nsubj / did:do VBD 4 aux / not RB 4 advmod / hold VB 0 root / talks:talk NNS 4 obj / with IN 7 case / Chile NNP 5 nmod',
    'hold(s: Peru; o: talks; negated)',
    '*talk(s: Peru; with: Chile; negated; past; via: hold)',
  ],
  [
    "Xi NNP 3 nmod:poss / ~'s POS 1 case / visit NN 6 nsubj / to IN 5 case / Rome NNP 3 nmod / began:begin VBD 0 root / on IN 8 case / Monday NNP 6 obl",
    '*visit(poss: Xi; to: Rome; on: Monday; past)',
  ],
  [
    'Qatar NNP 2 nsubj / has:have VBZ 0 root / no DT 4 det / ties:tie NNS 2 obj / with IN 6 case / Iran NNP 4 nmod',
    '*tie(s: Qatar; with: Iran; negated; present)',
    'have(s: Qatar; o: no ties; -negated)',
  ],
  [
    'There EX 2 expl / are:be VBP 0 root / two CD 4 nummod / embassies:embassy NNS 2 nsubj / in IN 6 case / Apia NNP 2 obl',
    '=be(s: two embassies; in: Apia)',
  ],
  [
    'Cuba NNP 5 nsubj / is:be VBZ 5 cop / on IN 5 case / the DT 5 det / way NN 0 root / to IN 7 case / war NN 5 nmod',
    '=way(s: Cuba; at: on; to: war)',
  ],
  [
    'Rao NNP 2 nsubj / said:say VBD 0 root / that IN 6 mark / Mali NNP 6 nsubj / would MD 6 aux / leave VB 2 ccomp',
    'leave(s: Mali; via: say; modal: would; none; mark: that; span: Mali would leave)',
    'say(s: Rao; past)',
  ],
  [
    '" " 3 punct / ~We PRP 3 nsubj / won:win VBD 0 root / ~, , 7 punct / ~" " 7 punct / Rao NNP 7 nsubj / said:say VBD 3 parataxis',
    'win(s: We; via: say; span: We won)',
  ],
  [
    'It PRP 4 nsubj / has:have VBZ 4 aux / never RB 4 advmod / joined:join VBN 0 root / ~, , 8 punct / without IN 8 mark / openly RB 8 advmod / refusing:refuse VBG 4 advcl',
    'join(s: It; negated; never; perfect)',
    'refuse(s: It; negated; mark: without)',
  ],
  [
    'No DT 2 det / king NN 6 nsubj / of IN 4 case / Spain NNP 2 nmod / has:have VBZ 6 aux / visited:visit VBN 0 root / Fiji NNP 6 obj',
    'visit(s: No king of Spain; o: Fiji; -negated)',
  ],
  [
    'They PRP 2 nsubj / failed:fail VBD 0 root / to TO 4 mark / sign VB 2 xcomp',
    'sign(s: They; negated; via: fail)',
    'fail(s: They; -negated)',
  ],
  [
    'Oman NNP 2 nsubj / voted:vote VBD 0 root / in IN 4 case / favor NN 2 obl / of IN 6 case / it PRP 4 nmod',
    'vote(s: Oman; in favour of: it; in: favor of it)',
  ],
  [
    'Fiji NNP 5 nsubj / ~, , 4 punct / an DT 4 det / ally NN 1 appos / left:leave VBD 0 root / because:because IN 8 case / of IN 6 fixed / war NN 5 obl',
    'leave(s: Fiji; because of: war)',
  ],
  [
    'Mali NNP 3 nsubj:pass / was:be VBD 3 aux:pass / given:give VBN 0 root / loans:loan NNS 3 obj / by IN 6 case / Oman NNP 3 obl:agent',
    'give(s: Oman; o: loans; r: Mali)',
  ],
  [
    'The DT 2 det / two CD 5 nsubj / are:be VBP 5 aux / to TO 5 mark / meet VB 0 root',
    'meet(s: two; future; modal: be to)',
  ],
  [
    'Rao NNP 3 nsubj / is:be VBZ 3 aux / going:go VBG 0 root / to TO 5 mark / resign VB 3 xcomp',
    'resign(s: Rao; future; via: go)',
  ],
]
