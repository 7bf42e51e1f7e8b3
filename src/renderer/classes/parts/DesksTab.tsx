import type { DeskRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { ClassForm, type RowProps } from './ClassForm.tsx'
import { HotlineRows } from './HotlineRows.tsx'
import { KeptList } from './KeptList.tsx'
import { useClassForm } from './use-class-form.ts'
import { useStateColumn } from './use-state-column.tsx'

const NEW: DeskRow = { code: '', name: { zh: '', en: '' }, hotlines: [], calendarId: null, isActive: true }

const NARROW = ['name', 'hotlines', 'state']

function useColumns(): Column<DeskRow>[] {
  const t = useT('classes')
  const nameOf = useName()
  const { calendars } = useClasses()
  const state = useStateColumn<DeskRow>('84px', ({ isActive }) => isActive)
  return [
    { id: 'name', header: t('columns.name'), width: 'minmax(110px, 1fr)', cell: ({ name }) => nameOf(name) },
    { id: 'code', header: t('columns.code'), width: '130px', cell: ({ code }) => <span className="mono">{code}</span> },
    {
      id: 'hotlines',
      header: t('columns.hotlines'),
      width: 'minmax(130px, 1.6fr)',
      cell: ({ hotlines }) =>
        hotlines.map(({ number, note }) => [number, note].filter(Boolean).join(' ')).join(' · ') || '—',
    },
    {
      id: 'hours',
      header: t('columns.hours'),
      width: 'minmax(120px, 0.8fr)',
      cell: ({ calendarId }) => {
        const calendar = calendars.find(({ id }) => id === calendarId)
        return calendar ? nameOf(calendar.name) : '—'
      },
    },
    state,
  ]
}

/** S1-01..03 S1-14 S2-15: the departments with their numbers and hours; own ones are added. */
export function DesksTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('classes')
  const { lists } = useClasses()
  const columns = useColumns()
  return (
    <KeptList
      list="desks"
      label={t('tabs.desks')}
      addLabel={t('add.desks')}
      mayEdit={mayEdit}
      kept={lists.desks}
      columns={columns}
      narrow={NARROW}
      blank={NEW}
      Form={DeskForm}
    />
  )
}

function DeskForm({ row: start, onSaved, ...rest }: RowProps<DeskRow>) {
  const t = useT('classes')
  const save = useCommand('classes.saveDesk')
  const form = useClassForm(start, save.run, onSaved)
  const { row, change } = form
  return (
    <ClassForm
      {...rest}
      form={form}
      save={save}
      addTitle={t('add.desks')}
      sectionTitle={t('tabs.desks')}
      codeHint={t('fields.plainCodeHint')}
      below={<HotlineRows value={row} mayEdit={rest.mayEdit} errors={save.fieldErrors} onChange={change} />}
    />
  )
}
