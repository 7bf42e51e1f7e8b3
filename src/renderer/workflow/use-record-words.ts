import type { WorkflowDefinition } from '../../shared/workflow/model.ts'
import { sayIfKnown } from '../i18n/use-t.ts'
import { useNameOf } from './use-name-of.ts'

/** The words for something on record: as the case page says it, or as the form that asks for it. */
export function useRecordWords(definition: WorkflowDefinition): (record: string) => string {
  const nameOf = useNameOf()
  return (record) => {
    const said = sayIfKnown(`cases:records.${record}`)
    if (said !== undefined) return said
    const field = definition.transitions.flatMap(({ fields }) => fields).find(({ name }) => name === record)
    return field ? nameOf(field.label) : record
  }
}
