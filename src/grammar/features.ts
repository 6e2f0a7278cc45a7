import type { State } from './state.ts'
import { templates } from './templates.ts'

/** What the parser sees of a sentence without its punctuation: one entry per word, then the root, then "no word". */
export interface View {
  n: number
  word: Int32Array
  tag: Int32Array
  /** Universal part alone. */
  pos: Int32Array
  /** Punctuation between the word and the one before it, as a number; 0 for none. */
  before: Int32Array
  /** Distributional classes of the word. */
  kind: Int32Array
  fine: Int32Array
}

const list = (words: string): string[] => words.trim().split(/\s+/)

/** Words about a move, each with its form (w), tag (t), part of speech (p) and relation (d): of stack and buffer, and their dependents. */
const SLOTS = list(`
  s0 s1 s2 b0 b1 b2 s0l s0r s0l2 s0r2 s1l s1r s1r2 b0l b0l2 h0`)

/** Besides: distances, numbers and sets of dependents, punctuation, distributional classes coarse (k) and fine (f). */
const MOVE_ATOMS = [
  ...SLOTS.flatMap((s) => [`${s}w`, `${s}t`, `${s}p`, `${s}d`]),
  ...list(`
  dist dist1 s0lv s0rv s1rv s1lv b0lv s0ls s0rs s1rs s1ls b0ls s0b s0a b0b s1a between m1 m2 b1b depth s0k s1k b0k
  b1k s0lk s0rk b0lk s0f s1f b0f`),
]

export const MOVE_TEMPLATES = templates(
  MOVE_ATOMS,
  `s0w s0t s0w*s0t b0w b0t b0w*b0t b1w b1t b1w*b1t b2t b2w*b2t s1w s1t s1w*s1t s2t s2w*s2t
   s0w*s0t*b0w*b0t s0w*s0t*b0w s0w*b0w*b0t s0w*s0t*b0t s0t*b0w*b0t s0w*b0w s0t*b0t b0t*b1t s0p*b0p
   s1w*s0w s1t*s0t s1w*s1t*s0t s1t*s0w*s0t s1w*b0w s1t*b0t s1w*s1t*b0t s1t*b0w*b0t s1w*s0t*b0t s1t*s0w*b0t s1t*s0t*b0w
   b0t*b1t*b2t s0t*b0t*b1t s1t*s0t*b0t s2t*s1t*s0t s1t*s0t*b0t*b1t s0w*b0t*b1t s0t*b0w*b1t s0t*b0t*b1w
   s0t*b0t*s0lt s0t*b0t*s0rt s0t*b0t*b0lt s1t*s0t*s0lt s1t*s0t*s0rt s1t*s0t*s1rt s1t*s0t*s1lt s1t*s1rt*b0t
   s0t*s0rt*s0r2t s0t*s0lt*s0l2t s1t*s1rt*s1r2t b0t*b0lt*b0l2t s0w*s0rw s0w*s0lw s1w*s1rw b0w*b0lw
   s0lw s0lt s0ld s0rw s0rt s0rd s1lt s1ld s1rw s1rt s1rd b0lw b0lt b0ld s0l2w s0r2w s0r2t s0l2t b0l2t
   s0w*dist s0t*dist b0w*dist b0t*dist s0w*b0w*dist s0t*b0t*dist s1t*s0t*dist1 s1w*s0w*dist1 s1t*dist1 s0t*dist1
   s0w*s0lv s0t*s0lv s0w*s0rv s0t*s0rv s1w*s1rv s1t*s1rv b0w*b0lv b0t*b0lv
   s0w*s0ls s0t*s0ls s0w*s0rs s0t*s0rs s1w*s1rs s1t*s1rs s1w*s1ls s1t*s1ls b0w*b0ls b0t*b0ls s0t*b0t*b0ls s0t*b0t*s0ls s0t*s0rs*b0t s1t*s0t*s1rs
   s0t*s0ls*b0t*b0ls s1t*s1ls*s0t*s0ls s0t*s0ld*b0t s0t*s0rd*b0t s1t*s1rd*s0t s1t*s0t*s0ld
   b0b s0a s0b s1a s0t*b0t*b0b s0t*b0t*s0b s1t*s0t*s0b s1t*s0t*b0t*b0b s0t*b0b*b1t s0t*b0t*between s0w*b0b b0w*b0b s1t*s0t*s0b*b0b
   s0b*b0b s0b*b0b*s0t*b0t b1b*b0b*b0t*s0t depth depth*s0t*b0t m1 m2 m1*s0t*b0t m1*m2*b0t m2*m1*s1t*s0t s1w*s0lw*s0t s0lw*b0t*s0t s1w*s0lw s1t*s0lw*s0t*b0t s2t*s1t*s0t*b0t
   s0k b0k s1k b1k s0k*b0k s0k*b0t s0t*b0k s1k*s0k s1k*s0t s1t*s0k b0k*b1k s0k*b1k*b0k s1k*s0lk s0k*b0lk*b0t s0k*b0k*dist s1k*b0k*s0t s1k*s0k*b0t s0k*s0rk*b0k s1k*s0lk*s0t
   s0f b0f s1f s0f*b0f s1f*s0f s1f*b0f s0f*b0t b0f*s0t s1f*s0t s0f*s1t s0f*b0t*b1t s1f*s0lw`,
)

/** About an arc: head (h) and dependent (d), their outermost dependents, neighbours, sets of relations. */
const LABEL_ATOMS = list(`
  hw ht hp dw dt dp dir dist punct dlw dlt dld dl2w dl2t dl2d drw drt drd dr2w dr2d dls drs hls hrs hlv hrv hlw hld
  hrw hrd dpt dnt dpw dnw hpt hnt hnw before hl2d hr2d s1t btw hk dk dlk hf df`)

export const LABEL_TEMPLATES = templates(
  LABEL_ATOMS,
  `hw*dir ht*dir hw*ht*dir dw*dir dt*dir dw*dt*dir hw*dw*dir ht*dt*dir hw*dt*dir ht*dw*dir hp*dp*dir*dist ht*dt*dir*dist ht*dt*punct*dir ht*dt*before
   dlw*dir dlw*dt*dir dlw*dt*ht dlw*hw dlw*dw dlw*dl2w*dt dlt*dt*ht dld*dt*ht dl2d*dld*dt*ht drd*dt*ht drw*dt*ht dls*dt*ht*dir drs*dt*ht*dir dls*drs*dt*ht
   hls*ht*dt*dir hrs*ht*dt*dir hls*hrs*ht*dt hls*hrs*hw*dt hlv*ht*dt*dir hrv*ht*dt*dir hlw*ht*dt*dir hld*ht*dt*dir hrw*ht*dt*dir hrd*ht*dt*dir hrd*hr2d*ht*dt hld*hl2d*ht*dt
   dpt*dt*ht*dir dnt*dt*ht*dir dpw*dt*ht dnw*dt*ht dpt*dnt*dt*dir hpt*ht*dt*dir hnt*ht*dt*dir hnw*ht*dt s1t*ht*dt btw*ht*dt*dir
   dw*dls*ht*dir dlw*dls*hp*dir hls*dw*dir hrs*dw*dir hrs*dlw*dt hw*dls*dt*dir hw*drs*dt*dir dlw*hw*dt*dir dl2w*dt*ht drd*dr2d*dt*ht dw*dlw*ht dw*dt*ht*before dist*dlw*dt*ht
   hk*dt*dir dk*dt*dir hk*dk*dir hk*dlw*dt*dir dk*dlw*ht*dir hk*dk*dlw dk*dls*ht hk*hls*dt*dir hk*hrs*dt*dir
   hf*dt*dir df*ht*dir hf*df*dir hf*dlw*dir df*dlw*ht df*dt*dir`,
)

export const MOVE_WIDTH = MOVE_ATOMS.length
export const LABEL_WIDTH = LABEL_ATOMS.length

/** Writes the atoms of the situation before a move to `a`. */
export function moveAtoms(s: State, view: View, a: Int32Array): void {
  const none = s.n + 1
  const s0 = s.s(0)
  const s1 = s.s(1)
  const s2 = s.s(2)
  const b0 = s.b
  const b1 = b0 < s.n ? b0 + 1 : none
  const b2 = b0 + 1 < s.n ? b0 + 2 : none
  let k = 0
  const slot = (x: number) => {
    a[k++] = view.word[x]!
    a[k++] = view.tag[x]!
    a[k++] = view.pos[x]!
    a[k++] = s.label[x]!
  }
  slot(s0)
  slot(s1)
  slot(s2)
  slot(b0)
  slot(b1)
  slot(b2)
  slot(s.l1[s0]!)
  slot(s.r1[s0]!)
  slot(s.l2[s0]!)
  slot(s.r2[s0]!)
  slot(s.l1[s1]!)
  slot(s.r1[s1]!)
  slot(s.r2[s1]!)
  slot(s.l1[b0]!)
  slot(s.l2[b0]!)
  slot(s0 === none || s0 + 1 >= b0 ? none : b0 - 1)
  a[k++] = s0 === none ? 0 : distance(b0 - s0)
  a[k++] = s1 === none ? 0 : distance(s0 - s1)
  a[k++] = s.leftCount[s0]!
  a[k++] = s.rightCount[s0]!
  a[k++] = s.rightCount[s1]!
  a[k++] = s.leftCount[s1]!
  a[k++] = s.leftCount[b0]!
  a[k++] = s.leftSet[s0]!
  a[k++] = s.rightSet[s0]!
  a[k++] = s.rightSet[s1]!
  a[k++] = s.leftSet[s1]!
  a[k++] = s.leftSet[b0]!
  a[k++] = view.before[s0]!
  a[k++] = s0 === none ? 0 : view.before[s0 + 1]!
  a[k++] = view.before[b0]!
  a[k++] = s1 === none ? 0 : view.before[s1 + 1]!
  a[k++] = between(view, s0, b0)
  a[k++] = b0 > 0 ? view.tag[b0 - 1]! : 0
  a[k++] = b0 > 1 ? view.tag[b0 - 2]! : 0
  a[k++] = b1 < none ? view.before[b1]! : 0
  a[k++] = s.sp > 4 ? 4 : s.sp
  a[k++] = view.kind[s0]!
  a[k++] = view.kind[s1]!
  a[k++] = view.kind[b0]!
  a[k++] = view.kind[b1]!
  a[k++] = view.kind[s.l1[s0]!]!
  a[k++] = view.kind[s.r1[s0]!]!
  a[k++] = view.kind[s.l1[b0]!]!
  a[k++] = view.fine[s0]!
  a[k++] = view.fine[s1]!
  a[k++] = view.fine[b0]!
}

/** Writes the atoms of the arc from `h` to `d` to `a`. */
export function arcAtoms(s: State, view: View, h: number, d: number, a: Int32Array): void {
  const { word, tag, pos } = view
  const left = d < h ? 1 : 2
  const [l, l2, r, r2] = [s.l1[d]!, s.l2[d]!, s.r1[d]!, s.r2[d]!]
  a[0] = word[h]!
  a[1] = tag[h]!
  a[2] = pos[h]!
  a[3] = word[d]!
  a[4] = tag[d]!
  a[5] = pos[d]!
  a[6] = left
  a[7] = distance(Math.abs(h - d))
  a[8] = left === 1 ? between(view, d, h) : between(view, h, d)
  a[9] = word[l]!
  a[10] = tag[l]!
  a[11] = s.label[l]!
  a[12] = word[l2]!
  a[13] = tag[l2]!
  a[14] = s.label[l2]!
  a[15] = word[r]!
  a[16] = tag[r]!
  a[17] = s.label[r]!
  a[18] = word[r2]!
  a[19] = s.label[r2]!
  a[20] = s.leftSet[d]!
  a[21] = s.rightSet[d]!
  a[22] = s.leftSet[h]!
  a[23] = s.rightSet[h]!
  a[24] = s.leftCount[h]!
  a[25] = s.rightCount[h]!
  a[26] = word[s.l1[h]!]!
  a[27] = s.label[s.l1[h]!]!
  a[28] = word[s.r1[h]!]!
  a[29] = s.label[s.r1[h]!]!
  a[30] = d > 0 ? tag[d - 1]! : 0
  a[31] = tag[d + 1]!
  a[32] = d > 0 ? word[d - 1]! : 0
  a[33] = word[d + 1]!
  a[34] = h > 0 ? tag[h - 1]! : 0
  a[35] = h < s.n ? tag[h + 1]! : 0
  a[36] = h < s.n ? word[h + 1]! : 0
  a[37] = view.before[d]!
  a[38] = s.label[s.l2[h]!]!
  a[39] = s.label[s.r2[h]!]!
  a[40] = tag[s.s(left === 1 ? 1 : 2)]!
  a[41] = left === 1 ? (d + 1 < h ? tag[h - 1]! : 0) : h + 1 < d ? tag[h + 1]! : 0
  a[42] = view.kind[h]!
  a[43] = view.kind[d]!
  a[44] = view.kind[l]!
  a[45] = view.fine[h]!
  a[46] = view.fine[d]!
}

const distance = (d: number): number => (d < 5 ? d : d < 8 ? 5 : d < 12 ? 6 : 7)

/** Kinds of punctuation between two words, at most twenty words on. */
function between(view: View, from: number, to: number): number {
  if (from > view.n) return 0
  let marks = 0
  const end = Math.min(to, from + 20)
  for (let i = from + 1; i <= end; i++) if (view.before[i]) marks = Math.min(3, marks + 1)
  return marks
}
