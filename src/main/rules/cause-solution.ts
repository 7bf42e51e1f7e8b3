import type { SolutionVariable } from '../../shared/causes/model.ts'

export type SolutionValues = Partial<Record<SolutionVariable, string>>

/** S2-59: a prepared text with what the case knows put in; what it does not know stays to be seen, and is named. */
export function fillSolution(text: string, values: SolutionValues): { text: string; missing: string[] } {
  const missing = new Set<string>()
  const filled = text.replaceAll(/\{\{([^{}]*)\}\}/g, (whole, given: string) => {
    const name = given.trim()
    const value = Object.hasOwn(values, name) ? values[name as SolutionVariable] : undefined
    if (value !== undefined && value !== '') return value
    missing.add(name)
    return whole
  })
  return { text: filled, missing: [...missing] }
}
