import type { WordProposal } from '../../shared/routing/classes.ts'
import type { Complexity, Language } from '../../shared/routing/words.ts'

/** A case as the choice of a person sees it. */
export type RoutedCase = {
  category: string
  severity: string
  department: string
  isComplex: boolean
  isRestricted: boolean
  isRepeat: boolean
  content: string
}

/** What a case asks of whoever gets it. */
export type RoutingNeed = {
  category: string
  department: string
  /** Severity decides how much a person's pressing cases count (S5-15, S5-17). */
  isPressing: boolean
  /** Why only a qualified person may have it (S5-16, S5-23, S5-28); empty when anybody who handles complaints may. */
  complexities: Complexity[]
  language: Language
}

/** So many classes that speak up each by themselves make a matter complex. */
const MANY = 3

/** S5-15 S5-16 S5-23: severity, complexity and personal circumstances of a case, each with its reason. */
export function needOf(matter: RoutedCase, words: WordProposal): RoutingNeed {
  const has = (signal: string) => words.signals.some((one) => one.signal === signal)
  const reasons: [Complexity, boolean][] = [
    ['severity', matter.severity !== 'general'],
    ['words', has('complex')],
    ['manyClasses', groupsOf(words) >= MANY],
    ['repeat', matter.isRepeat],
    ['restricted', matter.isRestricted],
    ['personal', has('personal')],
    ['marked', matter.isComplex],
  ]
  return {
    category: matter.category,
    department: matter.department,
    isPressing: matter.severity === 'urgent' || has('urgent'),
    complexities: reasons.filter(([, holds]) => holds).map(([name]) => name),
    language: languageOf(matter.content),
  }
}

/** Groups whose own words reach two thirds of the best score. */
function groupsOf({ scores }: WordProposal): number {
  const best = scores[0]?.score ?? 0
  const near = scores.filter(({ score }) => score * 3 >= best * 2)
  return new Set(near.map(({ category }) => category.split('.')[0])).size
}

const HAN = /\p{Script=Han}/u
const LATIN = /[a-z]{3,}/i
const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HANGUL = /\p{Script=Hangul}/u
const CYRILLIC = /\p{Script=Cyrillic}/u

/** The language a matter was told in, by its signs; Chinese when they do not say. */
export function languageOf(text: string): Language {
  if (KANA.test(text)) return 'ja'
  if (HANGUL.test(text)) return 'ko'
  if (CYRILLIC.test(text)) return 'ru'
  return !HAN.test(text) && LATIN.test(text) ? 'en' : 'zh'
}
