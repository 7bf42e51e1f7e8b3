import type { Bilingual, CallSpec } from '../contract.ts'
import { contracts } from '../contracts.ts'

/** Every declared call by its full name. */
export const declaredCalls: ReadonlyMap<string, CallSpec> = new Map(
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

/** What an entry of the audit log is about, in both languages; undefined for a call that is no longer declared. */
export function entryWords(call: string): Bilingual | undefined {
  return declaredCalls.get(call)?.summary ?? (Object.hasOwn(OTHER_ENTRIES, call) ? OTHER_ENTRIES[call] : undefined)
}
