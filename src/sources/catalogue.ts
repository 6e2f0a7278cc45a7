import { ChanceryError } from '../model/error.ts'
import type { OpenSource } from './source.ts'

/** Every open data set by its name, in the order of `chancery pull`; its file is loaded only when it is asked for. */
export const CATALOGUE: Readonly<Record<string, () => Promise<OpenSource>>> = {
  'unga-votes': async () => (await import('./unga.ts')).ungaVotes,
  'undl-votes': async () => (await import('./undl.ts')).undl,
  'historian-travels': async () => (await import('./historian-travels.ts')).historianTravels,
  'historian-visits': async () => (await import('./historian-visits.ts')).historianVisits,
  'historian-pocom': async () => (await import('./historian-pocom.ts')).historianPocom,
  'historian-gsh': async () => (await import('./historian-gsh.ts')).historianGsh,
  'historian-rdcr': async () => (await import('./historian-rdcr.ts')).historianRdcr,
  'states-cow': async () => (await import('./states.ts')).statesCow,
  'states-gw': async () => (await import('./states.ts')).statesGw,
  'leaders-reign': async () => (await import('./leaders.ts')).leadersReign,
  'leaders-archigos': async () => (await import('./leaders.ts')).leadersArchigos,
  desta: async () => (await import('./desta.ts')).desta,
  religion: async () => (await import('./religion.ts')).religion,
  wikidata: async () => (await import('./wikidata/index.ts')).wikidata,
  colt: async () => (await import('./colt.ts')).colt,
  'diplomatic-representation': async () => (await import('./diplomatic-representation.ts')).diplomaticRepresentation,
  'mission-status': async () => (await import('./mission-status.ts')).missionStatus,
}

/** A data set by its name. Throws `not-found` naming those that there are. */
export async function openSource(name: string): Promise<OpenSource> {
  const load = Object.hasOwn(CATALOGUE, name) ? CATALOGUE[name] : undefined
  if (load) return load()
  throw new ChanceryError('not-found', name, `no source of that name: ${Object.keys(CATALOGUE).join(', ')}`)
}

/** Every data set, in the order of the catalogue. */
export const allSources = (): Promise<OpenSource[]> => Promise.all(Object.values(CATALOGUE).map((load) => load()))
