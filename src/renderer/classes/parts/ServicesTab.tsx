import type { ServiceTypeRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ClassForm, type RowProps } from './ClassForm.tsx'
import { KeptList } from './KeptList.tsx'
import { useClassForm } from './use-class-form.ts'
import { useStateColumn } from './use-state-column.tsx'

const NEW: ServiceTypeRow = { code: '', name: { zh: '', en: '' }, isActive: true }

function useColumns(): Column<ServiceTypeRow>[] {
  const t = useT('classes')
  const nameOf = useName()
  const state = useStateColumn<ServiceTypeRow>('108px', ({ isActive }) => isActive)
  return [
    { id: 'name', header: t('columns.name'), width: 'minmax(110px, 1fr)', cell: ({ name }) => nameOf(name) },
    { id: 'code', header: t('columns.code'), width: '150px', cell: ({ code }) => <span className="mono">{code}</span> },
    state,
  ]
}

/** S3-26: what may be asked of the desk; own ones are added, and retired ones stay with the cases that have them. */
export function ServicesTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('classes')
  const { lists } = useClasses()
  const columns = useColumns()
  return (
    <KeptList
      list="serviceTypes"
      label={t('tabs.services')}
      addLabel={t('add.services')}
      mayEdit={mayEdit}
      kept={lists.serviceTypes}
      columns={columns}
      blank={NEW}
      Form={ServiceForm}
    />
  )
}

function ServiceForm({ row: start, onSaved, ...rest }: RowProps<ServiceTypeRow>) {
  const t = useT('classes')
  const save = useCommand('classes.saveServiceType')
  const form = useClassForm(start, save.run, onSaved)
  return (
    <ClassForm
      {...rest}
      form={form}
      save={save}
      addTitle={t('add.services')}
      sectionTitle={t('tabs.services')}
      codeHint={t('fields.plainCodeHint')}
    />
  )
}
