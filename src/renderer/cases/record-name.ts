import type { CaseView } from '../../shared/cases/views.ts'
import { recordName } from '../../shared/workflow/records.ts'
import { useName } from '../ui/use-name.ts'

/** The words for something that must stand on record; else what the workflow's own form calls it. */
export function useRecordName(view: Pick<CaseView, 'fields'>): (record: string) => string {
  const nameOf = useName()
  return (record) => nameOf(recordName(record, view.fields))
}
