import type { CaseView } from '../../../shared/cases/views.ts'
import { recordName } from '../../../shared/workflow/records.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { useOptionName } from './use-options.ts'

type Line = { label: string; value: string }

/** What a step recorded, with the words its form used; the workflow the case keeps names the fields. */
export function useRecordedText(view: CaseView): (recorded: unknown) => Line[] {
  const u = useT('ui')
  const nameOf = useName()
  const optionName = useOptionName()
  const { data: people = [] } = useQuery('users.list', { includeDisabled: true }, { topics: ['users'] })
  const fields = new Map(view.fields.map((field) => [field.name, field]))
  const valueText = (field: CaseView['fields'][number] | undefined, value: unknown): string => {
    if (value === true) return u('states.yes')
    if (typeof value === 'number') return field?.type === 'instant' ? dateTimeText(value) : String(value)
    if (typeof value !== 'string') return ''
    if (field?.type === 'user') return people.find((user) => user.id === value)?.name ?? value
    if (field?.type === 'day') return dayText(value)
    const own = field?.optionNames?.[value]
    if (own) return nameOf(own)
    return field?.type === 'choice' ? optionName(value) : value
  }
  return (recorded) => {
    if (typeof recorded !== 'object' || recorded === null) return []
    return Object.entries(recorded).flatMap(([name, value]) => {
      const field = fields.get(name)
      const said = valueText(field, value)
      // What a step takes off the record again has no words of its own.
      return said === '' ? [] : [{ label: nameOf(field?.label ?? recordName(name, view.fields)), value: said }]
    })
  }
}
