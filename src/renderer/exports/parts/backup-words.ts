import type { BackupRow } from '../../../shared/backups/model.ts'
import type { Failure } from '../../../shared/failure.ts'
import { say } from '../../i18n/use-t.ts'
import { durationText } from '../../ui/formats.ts'

export type BackupState = 'there' | 'removed' | 'gone' | 'failed'

/** What became of a backup. */
export function stateOf({ outcome, removedAt, isThere }: BackupRow): BackupState {
  if (outcome === 'failed') return 'failed'
  if (removedAt !== null) return 'removed'
  return isThere ? 'there' : 'gone'
}

/** Why a backup failed, as the refusal that it would have been. */
export function failureOf({ fault, fileName }: BackupRow): Failure {
  const rule = fault === null || fault === 'unknown' ? 'backup-unexplained' : fault
  return { code: 'RULE', rule, params: { name: fileName } }
}

/** Milliseconds in words; work of less than a second took some time too. */
export function tookText(ms: number): string {
  return ms < 1000 ? say('backups', 'underSecond') : durationText(ms)
}
