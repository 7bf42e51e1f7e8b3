import { useState } from 'react'
import type { HandlerView } from '../../../shared/routing/contract.ts'
import { SKILL_KIND_NAMES } from '../../../shared/routing/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { PersonPanel } from './PersonPanel.tsx'

/** Who is there, how much each has open, and what each is able and qualified to do (S5-17, S5-24, S5-28). */
export function PeopleTab() {
  const t = useT('routing')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const query = useQuery('routing.handlers', {}, { topics: ['users', 'cases'] })
  const [openId, setOpen] = useState<string | null>(null)
  const open = query.data?.find(({ userId }) => userId === openId)
  const columns: Column<HandlerView>[] = [
    { id: 'person', header: t('columns.person'), width: 'minmax(100px, 0.6fr)', cell: (row) => row.name },
    {
      id: 'department',
      header: t('columns.department'),
      width: '120px',
      cell: ({ department }) => (department ? namedBy(deskNames, department, nameOf) : '—'),
    },
    { id: 'presence', header: t('columns.presence'), width: '96px', cell: (row) => <Presence person={row} /> },
    {
      id: 'load',
      header: t('columns.load'),
      width: '100px',
      align: 'right',
      cell: (row) => `${row.open}/${row.maxOpen}`,
    },
    {
      id: 'skills',
      header: t('columns.skills'),
      width: 'minmax(160px, 2fr)',
      cell: ({ skills }) =>
        skills
          .filter(({ isValid }) => isValid)
          .map(({ kind, code }) =>
            code === '' ? nameOf(SKILL_KIND_NAMES[kind]) : `${nameOf(SKILL_KIND_NAMES[kind])} ${code}`,
          )
          .join('、') || '—',
    },
  ]
  return (
    <SplitView
      list={
        <DataTable
          label={t('tabs.people')}
          columns={columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.userId}
          onOpen={(row) => setOpen(row.userId)}
          openKey={openId ?? undefined}
          empty={<EmptyState title={t('noSkills')} />}
        />
      }
      detail={open ? <PersonPanel key={open.userId} person={open} onClose={() => setOpen(null)} /> : null}
    />
  )
}

function Presence({ person }: { person: HandlerView }) {
  const t = useT('routing')
  if (!person.isPresent) return <StateBadge tone="neutral" label={t('away')} />
  return person.isOnShift ? (
    <StateBadge tone="good" label={t('present')} />
  ) : (
    <StateBadge tone="neutral" label={t('offShift')} />
  )
}
