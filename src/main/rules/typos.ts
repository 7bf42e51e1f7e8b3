const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** Shorter words mean too much to guess at. */
export const SHORTEST_GUESS = 4
const LONGEST_GUESS = 24

/**
 * Every word of small Latin letters one slip away: a letter left out, put in or mistaken, or two neighbours changed over.
 * None for words too short or too long to guess at; some fifty for each letter otherwise.
 */
export function near(word: string): string[] {
  if (!/^[a-z]+$/.test(word) || word.length < SHORTEST_GUESS || word.length > LONGEST_GUESS) return []
  const found = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)]
    const [first = '', second = ''] = tail
    for (const letter of LETTERS) {
      found.add(head + letter + tail)
      if (first !== '') found.add(head + letter + tail.slice(1))
    }
    if (first !== '') found.add(head + tail.slice(1))
    if (second !== '') found.add(head + second + first + tail.slice(2))
  }
  found.delete(word)
  return [...found]
}
