/** Characters that steer a terminal or turn the order of what is read: C0, DEL, C1, and the overrides and isolates of bidi. */
const STEERING = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069]/gu

/** Text of others without the characters that steer a terminal; line ends, as LF, and tabs stay. */
export const harmless = (text: string): string => text.replaceAll('\r\n', '\n').replace(STEERING, '\uFFFD')
