import { CALL_RESULT_NAMES, CALL_STATE_NAMES, type LoggedResult } from '../../shared/calls/words.ts'
import type { Bilingual } from '../../shared/contract.ts'

/** What a call came to, in words; a dash while that is open. */
export function resultName(code: LoggedResult | null, nameOf: (name: Bilingual) => string): string {
  if (code === null) return '—'
  return nameOf(code === 'missed' || code === 'abandoned' ? CALL_STATE_NAMES[code] : CALL_RESULT_NAMES[code])
}
