import habitsJson from '../../../resources/demo/habits.json' with { type: 'json' }
import topicsJson from '../../../resources/demo/topics.json' with { type: 'json' }
import type { ServiceType } from '../../shared/cases/axes.ts'
import type { CaseKind, Category } from '../../shared/cases/words.ts'
import type { Random } from './random.ts'

export const habits = habitsJson

export type EnquiryTexts = { question: string[]; process: string[]; answer: string[] }
export type ComplaintTexts = {
  title: string
  content: string[]
  demand: string[]
  cause: string[]
  measures: string[]
  prevention: string[]
  feedback: string[]
}
export type ServiceTexts = { type: ServiceType; title: string; content: string[]; demand: string; done: string[] }
export type SuggestionTexts = { title: string; content: string[]; answer: string[] }

/** What people ask the desk about, with what was said and done. */
export type Topic = {
  category: Category
  weight: number
  enquiry?: EnquiryTexts
  complaint?: ComplaintTexts
  service?: ServiceTexts
  suggestion?: SuggestionTexts
}

// The file is our own and a test opens a case of every line in it.
const topics = topicsJson as Topic[]

/** A topic that has texts for a kind of case. */
export function topicFor<K extends CaseKind>(random: Random, kind: K): Topic & Required<Pick<Topic, K>> {
  const known = topics.filter((topic): topic is Topic & Required<Pick<Topic, K>> => topic[kind] !== undefined)
  return random.weighted(known.map((topic) => [topic, topic.weight] as const))
}

/** What the marks in a phrase stand for. */
export type Details = Record<
  'flight' | 'from' | 'to' | 'date' | 'hours' | 'amount' | 'miles' | 'seat' | 'percent' | 'tag',
  string
>

/** A phrase with its marks filled in. */
export function fill(phrase: string, details: Details): string {
  return phrase.replace(/\{(\w+)\}/g, (mark, name: string) => (name in details ? details[name as keyof Details] : mark))
}
