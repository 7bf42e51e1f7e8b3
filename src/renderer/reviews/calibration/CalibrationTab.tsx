import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CalibrationRow } from '../../../shared/calibration/contract.ts'
import { FORM_KIND_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/reviews.module.css'
import { CalibrationForm } from './CalibrationForm.tsx'
import { CalibrationPanel } from './CalibrationPanel.tsx'
import { alphaText } from './show.ts'

function useColumns(isNarrow: boolean): Column<CalibrationRow>[] {
  const t = useT('calibration')
  const nameOf = useName()
  const all: Column<CalibrationRow>[] = [
    { id: 'title', header: t('columns.title'), width: 'minmax(160px, 1fr)', cell: (row) => row.title },
    { id: 'kind', header: t('columns.kind'), width: '130px', cell: (row) => nameOf(FORM_KIND_NAMES[row.kind]) },
    { id: 'due', header: t('columns.due'), width: '110px', cell: (row) => dayText(row.dueDay) },
    {
      id: 'judged',
      header: t('columns.judged'),
      width: '90px',
      cell: ({ judged, subjects, raters }) => t('judgedOf', { judged, of: subjects * raters }),
    },
    { id: 'alpha', header: t('columns.alpha'), width: '110px', cell: (row) => alphaText(row.alpha) },
    {
      id: 'state',
      header: t('columns.state'),
      width: '120px',
      cell: ({ state, isMine }) => (
        <StateBadge
          tone={state === 'open' ? 'info' : 'neutral'}
          label={t(state === 'open' && isMine ? 'mine' : `states.${state}`)}
        />
      ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'alpha', 'state'].includes(id)) : all
}

/** Calibration sessions between leads: the same subjects, judged apart, and how far they agree. */
export function CalibrationTab() {
  const t = useT('calibration')
  const r = useT('reviews')
  const [openId, setOpenId] = useState<string | null>(null)
  const [isNew, setNew] = useState(false)
  const query = useQuery('calibration.list', {}, { topics: ['reviews'] })
  const open = (id: string | null) => {
    setNew(false)
    setOpenId(id)
  }
  const detail = isNew ? (
    <CalibrationForm onDone={open} onClose={() => setNew(false)} />
  ) : openId === null ? null : (
    <CalibrationPanel key={openId} id={openId} onClose={() => setOpenId(null)} />
  )
  return (
    <>
      <div className={styles.line}>
        <Button onClick={() => setNew(true)}>{t('open')}</Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={r('tabs.calibration')}
            columns={useColumns(detail !== null)}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => open(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={detail}
      />
    </>
  )
}
