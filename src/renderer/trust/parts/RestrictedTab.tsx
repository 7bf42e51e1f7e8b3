import { useState } from 'react'
import type { RestrictedCase } from '../../../shared/cases/restricted-contract.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Countdown } from '../../ui/Countdown.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { RestrictedPanel } from './RestrictedPanel.tsx'

function useColumns(isNarrow: boolean): Column<RestrictedCase>[] {
  const t = useT('trust')
  const a = useT('access')
  const nameOf = useName()
  const all: Column<RestrictedCase>[] = [
    {
      id: 'case',
      header: t('columns.case'),
      width: '150px',
      cell: ({ number }) => <span className="num">{number}</span>,
    },
    {
      id: 'received',
      header: t('columns.received'),
      width: '150px',
      cell: ({ receivedAt }) => <InstantText at={receivedAt} />,
    },
    {
      id: 'limit',
      header: t('columns.limit'),
      width: 'minmax(190px, 1fr)',
      cell: ({ nextClock, nextDueAt }) =>
        nextClock !== null && nextDueAt !== null ? (
          <>
            {nameOf(CLOCK_KIND_NAMES[nextClock])} <Countdown dueAt={nextDueAt} />
          </>
        ) : (
          t('none')
        ),
    },
    {
      id: 'owner',
      header: t('columns.owner'),
      width: 'minmax(100px, 0.7fr)',
      cell: ({ ownerName }) => ownerName ?? a('nobody'),
    },
    {
      id: 'readers',
      header: t('columns.readers'),
      width: 'minmax(140px, 1fr)',
      cell: ({ readers }) => readers.join(' · '),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['case', 'limit', 'owner'].includes(id)) : all
}

/** S2-10: open reports of misconduct, so that somebody handles each of them, whoever may read them. */
export function RestrictedTab() {
  const t = useT('trust')
  const [openId, setOpen] = useState<string | null>(null)
  const query = useQuery('cases.restricted', {}, { topics: ['cases', 'clocks', 'trust'] })
  const open = query.data?.find(({ id }) => id === openId)
  return (
    <SplitView
      list={
        <DataTable
          label={t('tabs.restricted')}
          columns={useColumns(open !== undefined)}
          rows={queryRows(query, (all) => all)}
          rowKey={(row) => row.id}
          onOpen={(row) => setOpen(row.id)}
          openKey={openId ?? undefined}
          empty={<EmptyState title={t('empty.restricted')} text={t('empty.restrictedText')} />}
        />
      }
      detail={open ? <RestrictedPanel key={open.id} row={open} onClose={() => setOpen(null)} /> : null}
    />
  )
}
