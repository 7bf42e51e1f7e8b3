import { declaredCalls, entryWords } from '../../shared/audit/call-words.ts'
import type { Language } from '../../shared/session/model.ts'

/** What a call does, in words of the language; its name when it is no longer declared. */
export function callText(name: string, language: Language): string {
  return entryWords(name)?.[language === 'en' ? 'en' : 'zh'] ?? name
}

/** Calls that leave audit rows, for the filter. */
export function auditedCalls(language: Language): { value: string; label: string }[] {
  return [...declaredCalls]
    .filter(([, spec]) => spec.kind === 'command' || spec.discloses)
    .map(([value]) => ({ value, label: callText(value, language) }))
}

type Words = (key: 'system' | 'nobody') => string

/** Who did it: a person, the desk itself, or somebody who was not signed in. */
export function actorText(t: Words, { actorId, actorName }: { actorId: string; actorName: string }): string {
  return actorId === 'system' || actorId === 'nobody' ? t(actorId) : actorName
}
