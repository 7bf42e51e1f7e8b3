import type { Failure } from '../../../shared/failure.ts'
import type { PreviewedStep } from '../../../shared/macros/model.ts'

/** Why a step is refused, as a failure that has its sentence. */
export function failureOf(failure: PreviewedStep['failure']): Failure | null {
  if (failure === null) return null
  const { code, rule = '', entity = 'case', params = {} } = failure
  return known(code, rule, entity, params)
}

/** The reason behind a refused macro: what its step itself was refused for. */
export function causeOf(failure: Failure | undefined): Failure | null {
  if (failure?.code !== 'RULE' || failure.rule !== 'macro-step-refused') return null
  const { cause = '', entity = 'case', step: _, ...params } = failure.params
  return known(String(cause), String(cause), String(entity), params)
}

function known(code: string, rule: string, entity: string, params: Record<string, string | number>): Failure {
  switch (code) {
    case 'FORBIDDEN':
      return { code }
    case 'CONFLICT':
    case 'NOT_FOUND':
      return { code, entity }
    case 'INVALID_INPUT':
      return { code, issues: [] }
    default:
      return { code: 'RULE', rule, params }
  }
}
