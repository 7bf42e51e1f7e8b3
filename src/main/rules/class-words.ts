import type { ClassRules, ClassScore, ClassWord, FoundWord, WordProposal } from '../../shared/routing/classes.ts'
import { SIGNALS } from '../../shared/routing/classes.ts'

/** So many classes are kept of a proposal: the first and what came close. */
const KEPT = 5

/** A text as the words are looked for in it: small letters, blanks in a row as one. */
export function readable(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')
}

/**
 * S5-08 S5-12: the class whose words speak loudest, with every word that was found and its weight. The words of a group
 * count for each of its details that has a word of its own; a group without one is proposed itself.
 */
export function classByWords(rules: ClassRules, text: string): WordProposal {
  const told = readable(text)
  const own = new Map(rules.classes.map(({ category, words }) => [category, wordsIn(told, words)]))
  const scores = [...own].flatMap(([category, words]): ClassScore[] => {
    if (words.length === 0) return []
    const group = category.split('.')[0] ?? category
    const all = group === category ? words : [...words, ...(own.get(group) ?? [])]
    return [{ category, score: sumOf(all), words: byWeight(all) }]
  })
  const best = scores.filter(({ score }) => score > 0).toSorted((a, b) => b.score - a.score || compare(a, b))
  const first = best[0]
  return {
    category: first && first.score >= rules.minScore ? first.category : null,
    scores: best.slice(0, KEPT),
    signals: SIGNALS.flatMap((signal) => {
      const words = byWeight(wordsIn(told, rules.signals[signal]))
      const score = sumOf(words)
      return score >= rules.signalScore ? [{ signal, score, words }] : []
    }),
  }
}

/** Details stand before their group, else the order of the codes: the same text always gives the same class. */
function compare(a: ClassScore, b: ClassScore): number {
  const depth = b.category.split('.').length - a.category.split('.').length
  return depth || (a.category < b.category ? -1 : 1)
}

function wordsIn(told: string, words: readonly ClassWord[]): FoundWord[] {
  return words.filter(({ text }) => text.split('+').every((part) => isIn(told, part.trim().toLowerCase())))
}

const LETTER = /[a-z0-9]/

/** A word in Latin letters is looked for where a word begins; one in Han signs anywhere. */
function isIn(told: string, word: string): boolean {
  for (let at = told.indexOf(word); at >= 0; at = told.indexOf(word, at + 1)) {
    if (!LETTER.test(word[0] ?? '') || at === 0 || !LETTER.test(told[at - 1] ?? '')) return true
  }
  return false
}

const sumOf = (words: readonly FoundWord[]) => words.reduce((sum, { weight }) => sum + weight, 0)
const byWeight = (words: readonly FoundWord[]) =>
  words.toSorted((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1))
