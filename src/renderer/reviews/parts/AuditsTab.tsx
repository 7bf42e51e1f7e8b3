import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AuditRow } from '../../../shared/reviews/audits.ts'
import { AUDIT_STATE_NAMES, AUDIT_SUBJECT_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { AUDIT_TONES } from '../words.ts'
import { AuditForm } from './AuditForm.tsx'
import { AuditPanel } from './AuditPanel.tsx'
import styles from './reviews.module.css'

function useColumns(isNarrow: boolean): Column<AuditRow>[] {
  const t = useT('reviews')
  const nameOf = useName()
  const all: Column<AuditRow>[] = [
    { id: 'plannedDay', header: t('audit.plannedDay'), width: '110px', cell: (row) => dayText(row.plannedDay) },
    { id: 'title', header: t('audit.title'), width: 'minmax(160px, 1fr)', cell: (row) => row.title },
    {
      id: 'subject',
      header: t('audit.subject'),
      width: '130px',
      cell: (row) => nameOf(AUDIT_SUBJECT_NAMES[row.subject]),
    },
    {
      id: 'period',
      header: t('audit.period'),
      width: '190px',
      cell: (row) => `${dayText(row.fromDay)} – ${dayText(row.toDay)}`,
    },
    { id: 'auditor', header: t('audit.auditor'), width: '110px', cell: (row) => row.auditorName },
    {
      id: 'sample',
      header: t('audit.sample'),
      width: '110px',
      cell: ({ population, sampleSize: sample }) =>
        population === null ? '—' : t('audit.size', { sample, population }),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '128px',
      cell: (row) => <StateBadge tone={AUDIT_TONES[row.state]} label={nameOf(AUDIT_STATE_NAMES[row.state])} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'plannedDay', 'state'].includes(id)) : all
}

/** S2-138 S4-118: the internal audits, planned and carried out. */
export function AuditsTab({ openId: first }: { openId: string | undefined }) {
  const t = useT('reviews')
  const [openId, setOpenId] = useState<string | null>(first ?? null)
  const [isPlanning, setPlanning] = useState(false)
  const query = useQuery('reviews.audits', {}, { topics: ['reviews'] })
  const open = (id: string | null) => {
    setPlanning(false)
    setOpenId(id)
  }
  const detail = isPlanning ? (
    <AuditForm onDone={open} onClose={() => setPlanning(false)} />
  ) : openId === null ? null : (
    <AuditPanel key={openId} id={openId} onClose={() => setOpenId(null)} />
  )
  return (
    <>
      <div className={styles.line}>
        <Button onClick={() => setPlanning(true)}>{t('audit.plan')}</Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.audits')}
            columns={useColumns(detail !== null)}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => open(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('audit.empty')} text={t('audit.emptyText')} />}
          />
        }
        detail={detail}
      />
    </>
  )
}
