import { texts } from '../../renderer/i18n/texts.ts'
import { sideOf } from '../../shared/contract.ts'
import type { Failure, FailureParams, Issue } from '../../shared/failure.ts'
import { never } from '../../shared/failure.ts'
import type { Language } from '../../shared/session/model.ts'
import { fill } from './language.ts'

type Params = FailureParams

/** The window's own sentences: a refusal reads the same wherever it is met; a refused field is named as it was typed. */
export function failureText(
  failure: Failure,
  language: Language,
  named: (path: string) => string = (path) => path,
): string {
  const general = texts.ui[sideOf(language)].failure
  switch (failure.code) {
    case 'UNKNOWN_CALL':
      return general.unknownCall
    case 'INVALID_INPUT':
      return [
        notValid[sideOf(language)],
        ...failure.issues.map((issue) => `  ${named(issue.path)}: ${issueText(issue, language)}`),
      ].join('\n')
    case 'FORBIDDEN':
      return general.forbidden
    case 'LOCKED':
      return general.locked
    case 'NOT_FOUND':
      return fill(general.notFound, { entity: entityName(failure.entity, language) })
    case 'CONFLICT':
      return fill(general.conflict, { entity: entityName(failure.entity, language) })
    case 'RULE':
      return anywhere('rules', failure.rule, language, failure.params) ?? fill(general.rule, { rule: failure.rule })
    case 'CANCELLED':
      return general.cancelled
    case 'INTERNAL':
      return fill(general.internal, { ref: failure.ref })
    default:
      return never(failure)
  }
}

const notValid = { zh: '输入不正确：', en: 'The input is not right:' }

function issueText(issue: Issue, language: Language): string {
  const { issues } = texts.ui[sideOf(language)]
  // As in the window: an empty text is missing, of a number the smallest allowed is named.
  const isMissing = issue.reason === 'too_small' && issue.params?.minimum === 1 && issue.params.of !== 'number'
  const sentence = isMissing ? issues.required : anywhere('issues', issue.reason, language, issue.params)
  return sentence ?? issues.invalid
}

const entityName = (entity: string, language: Language) => anywhere('entities', entity, language) ?? entity

/** A sentence by group and name from whichever feature has it. */
function anywhere(group: string, name: string, language: Language, params: Params = {}): string | undefined {
  for (const pair of Object.values(texts)) {
    const sentences = child(pair[sideOf(language)], group)
    const sentence = child(sentences, name)
    if (typeof sentence === 'string') return fill(sentence, params)
  }
  return undefined
}

function child(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null && Object.hasOwn(from, name) ? Reflect.get(from, name) : undefined
}
