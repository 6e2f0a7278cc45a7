import { readFileSync } from 'node:fs'

/** What package.json says of this version. */
export const { version, description } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as Record<'version' | 'description', string>
