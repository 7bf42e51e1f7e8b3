import type { CallSpec } from '../../shared/contract.ts'
import { contracts } from '../../shared/contracts.ts'
import type { Language } from '../../shared/session/model.ts'

const summaries = new Map<string, CallSpec>(
  Object.entries(contracts).flatMap(([feature, calls]) =>
    Object.entries(calls).map(([name, spec]: [string, CallSpec]): [string, CallSpec] => [`${feature}.${name}`, spec]),
  ),
)

/** What a call does, in words of the language; its name when it is no longer declared. */
export function callText(name: string, language: Language): string {
  return summaries.get(name)?.summary[language === 'en' ? 'en' : 'zh'] ?? name
}

/** Calls that leave audit rows, for the filter. */
export function auditedCalls(language: Language): { value: string; label: string }[] {
  return [...summaries]
    .filter(([, spec]) => spec.kind === 'command' || spec.discloses)
    .map(([value]) => ({ value, label: callText(value, language) }))
}
