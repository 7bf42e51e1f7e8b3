import { SegmentedControl, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { CONTENT_CLASS_NAMES } from '../../../shared/cases/axes.ts'
import { groupOf, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import type { CategoryRow } from '../../../shared/classes/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import styles from '../classes.module.css'
import { CategoryForm } from './CategoryForm.tsx'
import { KeptList } from './KeptList.tsx'
import { useStateColumn } from './use-state-column.tsx'

const EMPTY: CategoryRow = {
  ...{ code: '', name: { zh: '', en: '' }, regulator: null, contentClass: null, objectClass: null },
  ...{ department: null, timeClass: null, plan: null, guide: [], isActive: true },
}

/** Details behind their group, whatever was added last. */
function grouped(rows: readonly CategoryRow[]): CategoryRow[] {
  const groups = [...new Set(rows.map(({ code }) => groupOf(code)))]
  return groups.flatMap((group) => rows.filter(({ code }) => groupOf(code) === group))
}

const NARROW = ['name', 'code', 'state']

/** Details move within their group; a group stands where its first row does. */
const isPeer = (code: string, other: string) =>
  groupOf(code) === groupOf(other) && code !== groupOf(code) && other !== groupOf(other)

function useColumns(): Column<CategoryRow>[] {
  const t = useT('classes')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const state = useStateColumn<CategoryRow>('84px', ({ isActive }) => isActive)
  return [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(120px, 1.4fr)',
      cell: ({ code, name }) => (
        <span className={code === groupOf(code) ? styles.group : styles.detail}>{nameOf(name)}</span>
      ),
    },
    {
      id: 'code',
      header: t('columns.code'),
      width: 'minmax(110px, 1fr)',
      cell: ({ code }) => <span className="mono">{code}</span>,
    },
    { id: 'regulator', header: t('columns.regulator'), width: '100px', cell: ({ regulator }) => regulator ?? '—' },
    {
      id: 'contentClass',
      header: t('columns.contentClass'),
      width: '130px',
      cell: ({ contentClass }) => (contentClass ? nameOf(CONTENT_CLASS_NAMES[contentClass]) : t('ofGroup')),
    },
    {
      id: 'department',
      header: t('columns.department'),
      width: '136px',
      cell: ({ department }) => (department ? namedBy(deskNames, department, nameOf) : t('ofGroup')),
    },
    {
      id: 'timeClass',
      header: t('columns.timeClass'),
      width: '92px',
      cell: ({ timeClass }) => (timeClass ? nameOf(TIME_CLASS_NAMES[timeClass]) : t('byNature')),
    },
    {
      id: 'plan',
      header: t('columns.plan'),
      width: '84px',
      cell: ({ plan, code }) => (plan ? t('yes') : code === groupOf(code) ? '—' : t('ofGroup')),
    },
    {
      id: 'guide',
      header: t('columns.guide'),
      width: '78px',
      cell: ({ guide }) => (guide.length > 0 ? t('steps', { count: guide.length }) : '—'),
    },
    state,
  ]
}

/** Groups of categories with their details (S1-28..31). */
export function CategoriesTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('classes')
  const { lists } = useClasses()
  const [isAll, setAll] = useState(true)
  const [text, setText] = useState('')
  const columns = useColumns()
  const all = grouped(lists.categories)
  const sought = text.trim().toLowerCase()
  const isSought = ({ code, name }: CategoryRow) => `${code} ${name.zh} ${name.en}`.toLowerCase().includes(sought)
  const shown = all.filter((row) => (isAll || row.isActive) && isSought(row))
  return (
    <KeptList
      list="categories"
      label={t('tabs.categories')}
      addLabel={t('add.categories')}
      mayEdit={mayEdit}
      kept={all}
      shown={shown}
      isPeer={isPeer}
      columns={columns}
      narrow={NARROW}
      blank={EMPTY}
      Form={CategoryForm}
      filters={
        <>
          <SegmentedControl
            aria-label={t('states.show')}
            value={isAll ? 'all' : 'offered'}
            onChange={(value) => setAll(value === 'all')}
            data={[
              { value: 'all', label: t('states.all') },
              { value: 'offered', label: t('states.offered') },
            ]}
          />
          <TextInput
            aria-label={t('find')}
            placeholder={t('find')}
            leftSection={<IconSearch size={14} />}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        </>
      }
    />
  )
}
