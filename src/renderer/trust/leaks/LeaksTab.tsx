import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { LEAK_GRADE_NAMES, LEAK_STATE_NAMES, LEAK_WAY_NAMES } from '../../../shared/trust/leak-words.ts'
import type { LeakLine } from '../../../shared/trust/leaks.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/trust.module.css'
import { GRADE_TONES, LEAK_TONES } from '../tones.ts'
import { LeakPanel } from './LeakPanel.tsx'
import { ReportDialog } from './ReportDialog.tsx'

const isLate = ({ authorityDue, membersDue }: LeakLine) => Boolean(authorityDue?.isLate || membersDue?.isLate)

function useColumns(isNarrow: boolean): Column<LeakLine>[] {
  const t = useT('leaks')
  const nameOf = useName()
  const all: Column<LeakLine>[] = [
    {
      id: 'number',
      header: t('columns.number'),
      width: '126px',
      cell: (row) => <span className="num">{row.number}</span>,
    },
    { id: 'way', header: t('columns.way'), width: '150px', cell: (row) => nameOf(LEAK_WAY_NAMES[row.way]) },
    { id: 'what', header: t('columns.what'), width: 'minmax(180px, 1fr)', cell: (row) => row.what },
    {
      id: 'grade',
      header: t('columns.grade'),
      width: '90px',
      cell: ({ grade }) => grade && <StateBadge tone={GRADE_TONES[grade]} label={nameOf(LEAK_GRADE_NAMES[grade])} />,
    },
    {
      id: 'reported',
      header: t('columns.reported'),
      width: '150px',
      cell: (row) => <InstantText at={row.reportedAt} />,
    },
    {
      id: 'notices',
      header: t('columns.notices'),
      width: '130px',
      cell: ({ authorityDue, membersDue }) => {
        const next = authorityDue ?? membersDue
        return next && <Countdown dueAt={next.at} />
      },
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '120px',
      cell: ({ state }) => <StateBadge tone={LEAK_TONES[state]} label={nameOf(LEAK_STATE_NAMES[state])} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['number', 'what', 'state'].includes(id)) : all
}

/** S3-136: every report of a leak or a violation with how far it is; anybody reports, managers handle. */
export function LeaksTab() {
  const t = useT('leaks')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [isOpenOnly, setOpenOnly] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const [isReporting, setReporting] = useState(false)
  const query = useQuery('leaks.list', { isOpenOnly }, { topics: ['trust'] })
  const late = (query.data ?? []).filter(isLate).length
  const isOpen = isManager && openId !== null
  return (
    <>
      <div className={styles.filters}>
        <Checkbox
          label={t('openOnly')}
          checked={isOpenOnly}
          onChange={(event) => setOpenOnly(event.currentTarget.checked)}
        />
        {late > 0 && <StateBadge tone="bad" label={t('late', { count: late })} />}
        <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setReporting(true)}>
          {t('report')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('report')}
            columns={useColumns(isOpen)}
            rows={queryRows(query, (all) => all)}
            rowKey={(row) => row.id}
            {...(isManager ? { onOpen: (row: LeakLine) => setOpen(row.id) } : {})}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={isOpen ? <LeakPanel key={openId} id={openId} onClose={() => setOpen(null)} /> : null}
      />
      {isReporting && <ReportDialog onClose={() => setReporting(false)} />}
    </>
  )
}
