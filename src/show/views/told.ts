import type { Source } from '../../model/coverage.ts'
import type { Fact } from '../../model/fact.ts'
import type { Label } from '../en/label.ts'
import { sayFact } from '../en/say.ts'
import type { Told } from './read-types.ts'

/** A fact in words, with whose record it is, where it stands there, and its own words. */
export function toldView(fact: Fact, label: Label, source: Source | undefined): Told {
  const { cite } = fact
  const url = cite.url ?? source?.url
  return {
    fact: fact.id,
    say: sayFact(fact, label),
    ...(fact.when && { when: fact.when }),
    source: cite.source,
    title: source?.title ?? cite.source,
    ...(source && { viewpoint: source.viewpoint, licence: source.licence, asOf: source.asOf }),
    ...(url && /^https?:\/\//.test(url) && { url }),
    ...(cite.quote && { quote: cite.quote }),
    ...(cite.locator && { locator: cite.locator }),
    ...(cite.doc && { doc: cite.doc }),
    standing: fact.standing,
  }
}
