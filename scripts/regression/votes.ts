import { join } from 'node:path'
import { capital, type Sentence, tableOf, the } from './raw.ts'

/** States whose seat changed hands, or whose name in the file is another's today. */
const SKIP =
  /Czech|Yugoslavia|Serbia|Soviet|Russia|Taiwan|China|German|Viet|Yemen|Tanzania|Zanzibar|Congo|Burma|Myanmar|Micronesia|Korea|Macedonia|Swaziland|Sao|C(?:ô|o)te|Cape|Timor|Gambia|St\.|Saint|Brunei|South Sudan|Palau|Moldova|Iran|Syria|Bolivia|Venezuela|Laos|&/
const VERBS: Readonly<Record<string, string>> = { yes: 'voted for', no: 'voted against', abstain: 'abstained on' }
const ROLLS = 60

/** Roll calls of single resolutions of the sessions 52 to 74, spread over them: who chose what, how many, and none but whom. */
export function votes(data: string): Sentence[] {
  const calls = tableOf(join(data, 'unga/un_roll_calls.csv')).filter((r) => Number(r.session) >= 52)
  const many = Map.groupBy(calls, (r) => r.unres)
  const plain = calls.filter(
    (r) =>
      /^R\/\d\d\/\d+$/.test(r.unres!) &&
      r.para !== '1' &&
      r.amend !== '1' &&
      many.get(r.unres)!.length === 1 &&
      r.date! < '2019-12-31',
  )
  const step = Math.floor(plain.length / ROLLS)
  const chosen = new Map(
    plain
      .filter((_, i) => i % step === 0)
      .slice(0, ROLLS)
      .map((r) => [r.rcid!, r]),
  )
  const byRoll = Map.groupBy(
    tableOf(join(data, 'unga/un_votes.csv.gz')).filter((v) => chosen.has(v.rcid!)),
    (v) => v.rcid!,
  )
  return [...chosen].flatMap(([rcid, r], i) => ofRoll(r.unres!.slice(2), byRoll.get(rcid) ?? [], i))
}

function ofRoll(number: string, list: readonly Record<string, string>[], i: number): Sentence[] {
  const date = '2019-12-31'
  const base = { domain: 'vote', date }
  const told = list.filter((v) => !SKIP.test(v.country!))
  const out: Sentence[] = []
  for (const choice of Object.keys(VERBS)) {
    const those = told.filter((v) => v.vote === choice)
    const others = told.filter((v) => v.vote !== choice && v.vote !== 'absent')
    for (const [holds, from] of [
      [true, those],
      [false, others],
    ] as const) {
      const picked = from.filter((_, k) => k % Math.max(1, Math.floor(from.length / 3)) === i % 2).slice(0, 3)
      for (const v of picked)
        out.push({
          ...{ ...base, holds, text: `${capital(the(v.country!))} ${VERBS[choice]} resolution ${number}.` },
          asks: { is: 'voted', state: v.country!, roll: number, choice },
        })
    }
    const n = list.filter((v) => v.vote === choice).length
    for (const m of [n, n + 6])
      if (m > 3)
        out.push({
          ...{
            ...base,
            domain: 'vote, count',
            holds: m === n,
            text: `${m} states ${VERBS[choice]} resolution ${number}.`,
          },
          asks: { is: 'count', roll: number, choice, n: m },
        })
  }
  const against = list.filter((v) => v.vote === 'no').map((v) => v.country!)
  if (against.length === 2 && against.every((c) => !SKIP.test(c))) {
    const text = (states: string[]) => `Only ${states.map(the).join(' and ')} voted against resolution ${number}.`
    const asks = (states: readonly string[]) => ({ is: 'only' as const, states, roll: number, choice: 'no' })
    const wrong = [against[0]!, 'Canada']
    out.push({ ...base, domain: 'vote, only', holds: true, text: text(against), asks: asks(against) })
    if (!against.includes('Canada'))
      out.push({ ...base, domain: 'vote, only', holds: false, text: text(wrong), asks: asks(wrong) })
  }
  return out
}
