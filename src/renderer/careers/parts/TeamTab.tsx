import { useState } from 'react'
import type { PersonRow } from '../../../shared/careers/model.ts'
import { POST_NAMES } from '../../../shared/careers/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { CareerFile } from './CareerFile.tsx'
import { CertificateList } from './Certificates.tsx'

/** The people one leads: posts, gaps and plans, and whose certificates expire soon. */
export function TeamTab() {
  const t = useT('careers')
  const nameOf = useName()
  const [open, setOpen] = useState<{ id: UserId; name: string } | null>(null)
  const query = useQuery('careers.people', {}, { topics: ['careers', 'users'] })
  const { data: expiring = [] } = useQuery('careers.expiring', {}, { topics: ['careers'] })
  const all: Column<PersonRow>[] = [
    { id: 'name', header: t('team.name'), width: 'minmax(100px, 1fr)', cell: (row) => row.name },
    { id: 'post', header: t('post'), width: '150px', cell: (row) => nameOf(POST_NAMES[row.post]) },
    { id: 'since', header: t('since'), width: '160px', cell: (row) => dayText(row.postSince) },
    {
      id: 'met',
      header: t('team.met'),
      width: '120px',
      cell: (row) =>
        row.asked === 0 ? (
          '—'
        ) : (
          <StateBadge tone={row.met === row.asked ? 'good' : 'neutral'} label={`${row.met} / ${row.asked}`} />
        ),
    },
    { id: 'gaps', header: t('team.gaps'), width: '90px', align: 'right', cell: (row) => countText(row.gaps) },
    { id: 'steps', header: t('team.steps'), width: '110px', align: 'right', cell: (row) => countText(row.openSteps) },
  ]
  return (
    <>
      {expiring.length > 0 && open === null && (
        <Section title={t('certificates.expiring')} level={2}>
          <CertificateList list={expiring.slice(0, 8)} withNames />
        </Section>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.team')}
            columns={open ? all.filter(({ id }) => ['name', 'met'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.userId}
            onOpen={(row) => setOpen({ id: row.userId, name: row.name })}
            openKey={open?.id}
            empty={<EmptyState title={t('team.empty')} />}
          />
        }
        detail={
          open ? (
            <DetailPanel
              key={open.id}
              title={open.name}
              label={t('file', { name: open.name })}
              onClose={() => setOpen(null)}
            >
              <CareerFile userId={open.id} />
            </DetailPanel>
          ) : null
        }
      />
    </>
  )
}
