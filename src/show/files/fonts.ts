import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** The cuts of Noto that a printed page may need, in the order in which they are tried for a character. */
export const CUTS = [
  { family: 'noto-serif', cut: 'latin' },
  { family: 'noto-serif', cut: 'latin-ext' },
  { family: 'noto-serif', cut: 'cyrillic' },
  { family: 'noto-serif', cut: 'cyrillic-ext' },
  { family: 'noto-serif', cut: 'greek' },
  { family: 'noto-serif', cut: 'greek-ext' },
  { family: 'noto-serif', cut: 'vietnamese' },
  { family: 'noto-naskh-arabic', cut: 'arabic' },
  { family: 'noto-serif-hebrew', cut: 'hebrew' },
] as const
export type Cut = (typeof CUTS)[number]

export const WEIGHTS = ['400-normal', '700-normal', '400-italic'] as const
export type Weight = (typeof WEIGHTS)[number]

const require = createRequire(import.meta.url)

/** A cut as it is installed, packed smaller for a page; scripts without italics stand upright. */
export function fontFile({ family, cut }: Cut, weight: Weight, packing: 'woff' | 'woff2'): Uint8Array {
  const own = family === 'noto-serif' ? weight : weight === '400-italic' ? '400-normal' : weight
  return readFileSync(require.resolve(`@fontsource/${family}/files/${family}-${cut}-${own}.${packing}`))
}

/** Which characters a cut is there for, as CSS `unicode-range` writes it. */
const RANGES: Readonly<Record<Cut['cut'], string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  greek: 'U+0370-03FF',
  'greek-ext': 'U+1F00-1FFF',
  vietnamese: 'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+1EA0-1EF9,U+20AB',
  arabic: 'U+0600-06FF,U+0750-077F,U+0870-08FF,U+FB50-FDFF,U+FE70-FEFC',
  hebrew: 'U+0590-05FF,U+FB1D-FB4F',
}

const SCRIPTS: readonly [RegExp, readonly Cut['cut'][]][] = [
  [/\p{Script=Cyrillic}/u, ['cyrillic', 'cyrillic-ext']],
  [/\p{Script=Greek}/u, ['greek', 'greek-ext']],
  [/\p{Script=Arabic}/u, ['arabic']],
  [/\p{Script=Hebrew}/u, ['hebrew']],
  [/[\u1EA0-\u1EF9\u01A0-\u01B0]/u, ['vietnamese']],
]

/** `@font-face` rules with the fonts themselves in them, for the scripts that a text has. */
export function fontFaces(text: string): string {
  const wanted = new Set<Cut['cut']>(['latin', 'latin-ext'])
  for (const [script, cuts] of SCRIPTS) if (script.test(text)) for (const cut of cuts) wanted.add(cut)
  return CUTS.filter(({ cut }) => wanted.has(cut))
    .flatMap((cut) => WEIGHTS.map((weight) => face(cut, weight)))
    .join('\n')
}

function face(cut: Cut, weight: Weight): string {
  const [bold, style] = weight.split('-')
  const data = Buffer.from(fontFile(cut, weight, 'woff2')).toString('base64')
  return `@font-face{font-family:"Noto Serif";font-weight:${bold};font-style:${style};src:url(data:font/woff2;base64,${data}) format("woff2");unicode-range:${RANGES[cut.cut]}}`
}
