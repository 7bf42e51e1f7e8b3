import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { fieldsOf, recordName } from '../../shared/workflow/records.ts'
import { useNameOf } from './use-name-of.ts'

/** The words for something on record: as the case page says it, or as the form that asks for it. */
export function useRecordWords(definition: Pick<WorkflowDefinition, 'transitions'>): (record: string) => string {
  const nameOf = useNameOf()
  const fields = fieldsOf(definition)
  return (record) => nameOf(recordName(record, fields))
}
