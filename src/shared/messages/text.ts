import { VARIABLES, type Values, type Variable } from './variables.ts'

/** What stands in a text for a value that is not known, to be filled in by hand. */
export const BLANK = '____'

/** Whether a text still has a blank in it. */
export function hasBlank(text: string): boolean {
  return text.includes(BLANK)
}

const MARK = /\{\{([^{}]*)\}\}/g
const OPTIONAL = /\[\[([\s\S]*?)\]\]/g

const isVariable = (name: string): name is Variable => VARIABLES.some((one) => one === name)
const valueFor = (values: Values, name: string) => (isVariable(name) ? (values[name]?.trim() ?? '') : '')

/** Names between double braces, each once. */
export function namesIn(text: string): string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, name = '']) => name))]
}

/** What a wording has that cannot be filled in: names nobody knows, and braces or brackets left open. */
export function unknownIn(text: string): string[] {
  const rest = text.replace(MARK, '').replace(OPTIONAL, '$1')
  const broken = /\{\{|\}\}|\[\[|\]\]/.exec(rest)
  return [...namesIn(text).filter((name) => !isVariable(name)), ...(broken ? [broken[0]] : [])]
}

/** Leaves out a part between double brackets that has something unknown in it, and the brackets of the others. */
function withOptional(text: string, values: Values): string {
  return text.replace(OPTIONAL, (_, part: string) =>
    namesIn(part).every((name) => valueFor(values, name) !== '') ? part : '',
  )
}

export type FilledText = { text: string; missing: string[] }

/** A wording with its values; `missing` names what it needs and has not got, which then stands as a blank. */
export function fillText(text: string, values: Values): FilledText {
  const whole = withOptional(text, values)
  const missing = namesIn(whole).filter((name) => valueFor(values, name) === '')
  return { text: whole.replace(MARK, (_, name: string) => valueFor(values, name) || BLANK).trim(), missing }
}
