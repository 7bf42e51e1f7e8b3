import type { Failure, FailureCode, Issue } from '../shared/failure.ts'
import { textSpaces } from './i18n/i18n.ts'
import { type KeyOf, say, sayIfKnown } from './i18n/use-t.ts'

/** The general sentence for each code; a code without one in both languages does not compile. */
const GENERAL = {
  UNKNOWN_CALL: 'failure.unknownCall',
  INVALID_INPUT: 'failure.invalidInput',
  FORBIDDEN: 'failure.forbidden',
  LOCKED: 'failure.locked',
  NOT_FOUND: 'failure.notFound',
  RULE: 'failure.rule',
  CONFLICT: 'failure.conflict',
  CANCELLED: 'failure.cancelled',
  INTERNAL: 'failure.internal',
} as const satisfies Record<FailureCode, KeyOf<'ui'>>

function fromAnyFeature(group: string, name: string, params?: Record<string, string | number>): string | undefined {
  for (const space of textSpaces()) {
    const sentence = sayIfKnown(`${space}:${group}.${name}`, params)
    if (sentence !== undefined) return sentence
  }
  return undefined
}

const entityName = (entity: string) => fromAnyFeature('entities', entity) ?? entity

/** The sentence a person reads for a failure, in the language in use; rules' sentences come from features' `rules` texts. */
export function failureText(failure: Failure): string {
  switch (failure.code) {
    case 'RULE':
      return fromAnyFeature('rules', failure.rule, failure.params) ?? say('ui', GENERAL.RULE, { rule: failure.rule })
    case 'NOT_FOUND':
      return say('ui', GENERAL.NOT_FOUND, { entity: entityName(failure.entity) })
    case 'CONFLICT':
      return say('ui', GENERAL.CONFLICT, { entity: entityName(failure.entity) })
    case 'INTERNAL':
      return say('ui', GENERAL.INTERNAL, { ref: failure.ref })
    case 'INVALID_INPUT': {
      const whole = failure.issues.filter((issue) => issue.path === '').map(issueText)
      return whole.length > 0 ? whole.join(' ') : say('ui', GENERAL.INVALID_INPUT)
    }
    default:
      return say('ui', GENERAL[failure.code])
  }
}

/** An empty text or list where something has to stand; of a number the smallest allowed is named instead. */
function isMissing({ reason, params }: Issue): boolean {
  return reason === 'too_small' && params?.minimum === 1 && params.of !== 'number'
}

/** The sentence for one refused field; reasons come from features' `issues` texts. */
export function issueText(issue: Issue): string {
  if (isMissing(issue)) return say('ui', 'issues.required')
  return fromAnyFeature('issues', issue.reason, issue.params) ?? say('ui', 'issues.invalid')
}

/** Sentences by field path; the first reason of a field wins. */
export function fieldMessages(issues: readonly Issue[]): Record<string, string> {
  return Object.fromEntries([...issues].reverse().map((issue) => [issue.path, issueText(issue)]))
}
