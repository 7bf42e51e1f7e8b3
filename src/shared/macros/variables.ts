import { TYPED_VARIABLES, VARIABLES, type Variable } from '../messages/variables.ts'

const FROM_THE_CASE: readonly Variable[] = ['measures', 'cause', 'prevention', 'suggestion']
const TYPED: readonly Variable[] = TYPED_VARIABLES

/** What a macro's words may name: whatever the store fills in by itself for a case. */
export const MACRO_VARIABLES: readonly Variable[] = VARIABLES.filter(
  (name) => !TYPED.includes(name) || FROM_THE_CASE.includes(name),
)

export function isFilledVariable(name: string): boolean {
  return MACRO_VARIABLES.some((one) => one === name)
}
