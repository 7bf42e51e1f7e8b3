import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { MacroRow } from '../../shared/macros/model.ts'
import { useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import type { Column } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { dateTimeText } from '../ui/formats.ts'
import { ListTab } from '../ui/ListTab.tsx'
import { queryRows } from '../ui/rows.ts'
import { orChinese, useName } from '../ui/use-name.ts'
import { useQuery } from '../use-query.ts'
import { MacroDetail } from './parts/MacroDetail.tsx'
import { MacroEditor } from './parts/MacroEditor.tsx'
import { useMacroWords } from './parts/use-macro-words.ts'

/** The macros, own and of the team: who uses which how often, written, changed, tried, put out of use. */
export function MacrosTab() {
  const t = useT('macros')
  const { forText, usedText } = useMacroWords()
  const nameOf = useName()
  const [archived, setArchived] = useState(false)
  const query = useQuery('macros.list', { archived }, { topics: ['macros'] })
  const columns: Column<MacroRow>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(120px, 1.2fr)',
      cell: (row) => nameOf(orChinese(row.name)),
    },
    { id: 'scope', header: t('columns.scope'), width: '70px', cell: (row) => t(`scopes.${row.scope}`) },
    {
      id: 'steps',
      header: t('columns.steps'),
      width: 'minmax(120px, 1.5fr)',
      cell: (row) => row.acts.map((act) => t(`acts.${act}`)).join(' · '),
    },
    { id: 'for', header: t('columns.for'), width: 'minmax(100px, 1fr)', cell: (row) => forText(row.conditions) },
    { id: 'uses', header: t('columns.uses'), width: '140px', cell: usedText },
    {
      id: 'last',
      header: t('columns.last'),
      width: '150px',
      cell: (row) =>
        row.isIdle ? (
          <StateBadge tone="warn" label={t('states.idle')} />
        ) : row.lastUsedAt === null ? (
          t('never')
        ) : (
          dateTimeText(row.lastUsedAt)
        ),
    },
  ]
  return (
    <ListTab
      key={String(archived)}
      label={t('list')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['name', 'scope']}
      empty={<EmptyState title={t('none')} text={t('noneText')} />}
      lead={
        <Checkbox
          label={t('archived')}
          checked={archived}
          onChange={(event) => setArchived(event.currentTarget.checked)}
        />
      }
      add={t('write')}
      form={(close, show) => <MacroEditor before={null} onSaved={({ id }) => show(id)} onClose={close} />}
      panel={(id, close) => <MacroDetail key={id} id={id} onClose={close} />}
    />
  )
}
