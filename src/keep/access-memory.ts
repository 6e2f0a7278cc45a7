import { type Access, noToken, sameToken, type Token } from './access.ts'

/** Tokens that live as long as the process. */
export function memoryAccess(): Access {
  const kept = new Map<string, Token>()
  const hashOf = (id: string) => [...kept].find(([, token]) => token.id === id)?.[0]
  return {
    add: async (token, hash) => {
      if (kept.has(hash) || hashOf(token.id)) throw sameToken(token.id)
      kept.set(hash, { ...token })
    },
    find: async (hash) => kept.get(hash),
    list: async () => [...kept.values()].sort((a, b) => (a.created < b.created ? -1 : 1)),
    revoke: async (id, at) => {
      const hash = hashOf(id)
      const token = hash && kept.get(hash)
      if (!token) throw noToken(id)
      if (token.revoked) return false
      kept.set(hash, { ...token, revoked: at })
      return true
    },
  }
}
