import { BLANK } from '../messages/text.ts'

/** What a wording may name, by the name that stands between its double braces. */
export type TemplateValues = Readonly<Record<string, string>>

const MARK = /\{\{(\w+)\}\}/g

/** S2-72: a wording with the values put in; what is not known yet stays as a blank to be filled in by hand. */
export function fillTemplate(text: string, values: TemplateValues): string {
  return text.replace(MARK, (_, name: string) => values[name]?.trim() || BLANK)
}

/** The names that a wording still has no value for. */
export function missingIn(text: string, values: TemplateValues): string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, name = '']) => name))].filter((name) => !values[name]?.trim())
}
