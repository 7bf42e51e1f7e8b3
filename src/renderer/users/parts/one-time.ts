/** Without signs that look alike when written by hand (0 o, 1 l i, 2 z, 5 s). */
const SIGNS = '346789abcdefghjkmnpqrtuvwxy'
const GROUPS = 4
const GROUP_LENGTH = 4

/** A fresh one-time password of four groups, for example k7mq-x4tn-p9rw-c3hd (76 bits). */
export function newOneTimePassword(): string {
  const sign = () => {
    // Values past the last full run of signs are thrown away, so every sign is equally likely.
    const limit = 256 - (256 % SIGNS.length)
    for (;;) {
      const value = crypto.getRandomValues(new Uint8Array(1))[0] ?? 255
      if (value < limit) return SIGNS.charAt(value % SIGNS.length)
    }
  }
  const group = () => Array.from({ length: GROUP_LENGTH }, sign).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}
