const signOf = (code: number): number => {
  if (code >= 97 && code <= 122) return 1
  if (code >= 65 && code <= 90) return 2
  if (code >= 48 && code <= 57) return 3
  if (code === 45 || code === 0x2010 || code === 0x2011) return 4
  if (code === 46) return 5
  if (code < 128) return 6
  if (code >= 0x2010 && code <= 0x2044) return 6
  const char = String.fromCharCode(code)
  return char.toLowerCase() === char ? 1 : 2
}

/** Runs of letter case, digits, hyphens, full stops and other signs, as one number; long words count as six runs. */
export function shapeOf(form: string): number {
  let shape = 0
  let last = 0
  let runs = 0
  for (let i = 0; i < form.length && runs < 6; i++) {
    const kind = signOf(form.charCodeAt(i))
    if (kind !== last || i === 1) {
      shape = shape * 8 + kind
      runs++
    }
    last = kind
  }
  return shape
}
