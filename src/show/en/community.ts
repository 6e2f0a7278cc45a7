import { type KindPhrases, some } from './phrases.ts'

/** "The *Jewish community* of Ecuador", "the *Muslims* of Argentina": by an adjective, or by a name in the plural. */
const who = (people: string | undefined): string =>
  isPlural(people) ? people! : `${some(people, '')} community`.trim()
const isPlural = (people = ''): boolean => /^\p{Lu}.*s$/u.test(people) && people !== 'Swiss'

export const community: KindPhrases = {
  fact: (r) => `the ${who(r.people)} of ${some(r.host, 'the state')}${r.place ? ` (${r.place})` : ''}`,
  facts: (r) => `estimates of the ${who(r.people)} of ${some(r.host, 'the state')}`,
  members: (role, r) =>
    role === 'people'
      ? `peoples in ${some(r.host, 'the state')}`
      : `states with ${isPlural(r.people) ? '' : 'a '}${who(r.people)}`,
  keeper: (r) => `the statistical office of ${some(r.host, 'the state')} or the community's own bodies`,
}
