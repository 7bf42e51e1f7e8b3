import type { Bilingual, CallSpec } from '../../shared/contract.ts'
import { contracts } from '../../shared/contracts.ts'
import type { Language } from '../../shared/session/model.ts'

const summaries = new Map<string, CallSpec>(
  Object.entries(contracts).flatMap(([feature, calls]) =>
    Object.entries(calls).map(([name, spec]: [string, CallSpec]): [string, CallSpec] => [`${feature}.${name}`, spec]),
  ),
)

/** Entries that no call makes by itself: a demo store's own beginnings, and that of a large export. */
const OTHER_ENTRIES: Record<string, Bilingual> = {
  'exports.begin': { zh: '开始大批量导出', en: 'Begin a large export' },
  'demo.fill': { zh: '建立演示数据', en: 'Make the demo data' },
  'demo.figures': { zh: '更新演示数据', en: 'Bring the demo data up to now' },
}

/** What a call does, in words of the language; its name when it is no longer declared. */
export function callText(name: string, language: Language): string {
  const words = summaries.get(name)?.summary ?? OTHER_ENTRIES[name]
  return words?.[language === 'en' ? 'en' : 'zh'] ?? name
}

/** Calls that leave audit rows, for the filter. */
export function auditedCalls(language: Language): { value: string; label: string }[] {
  return [...summaries]
    .filter(([, spec]) => spec.kind === 'command' || spec.discloses)
    .map(([value]) => ({ value, label: callText(value, language) }))
}
