import { Table } from '@mantine/core'
import { fieldPathOf } from '../../../shared/audit/field-names/index.ts'
import { fieldsOf } from '../../../shared/audit/fields.ts'
import { useT } from '../../i18n/use-t.ts'
import { preciseText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'

/** What a call was asked for and changed, field by field. */
export function FieldTable({ body }: { body: string }) {
  const t = useT('audit')
  const nameOf = useName()
  const fields = fieldsOf(body)
  const valueText = (field: string, value: unknown) =>
    typeof value === 'boolean' ? t(value ? 'fields.yes' : 'fields.no') : textOf(field, value)
  if (fields.length === 0) return <p>{t('fields.none')}</p>
  const hasBefore = fields.some(({ isChange }) => isChange)
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('fields.field')}</Table.Th>
          {hasBefore && <Table.Th>{t('fields.before')}</Table.Th>}
          <Table.Th>{t('fields.now')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map(({ field, before, now, isChange }) => (
          <Table.Tr key={field}>
            <Table.Td title={field}>{fieldPathOf(field, nameOf)}</Table.Td>
            {hasBefore && <Table.Td>{isChange ? valueText(field, before) : ''}</Table.Td>}
            <Table.Td style={{ overflowWrap: 'anywhere' }}>{now === undefined ? '' : valueText(field, now)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

const INSTANT = /(?:^|\.)(?:at|[a-zA-Z]+At)$/

function textOf(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'number' && INSTANT.test(field)) return preciseText(value)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
