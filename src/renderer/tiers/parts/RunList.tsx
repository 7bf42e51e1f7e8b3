import { useState } from 'react'
import type { TierProposal, TierRun } from '../../../shared/tiers/views.ts'
import { call } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, dateTimeText } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { queryRows } from '../../ui/rows.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { side } from '../rule-text.ts'
import styles from '../tiers.module.css'
import { ChangeTable } from './ChangeTable.tsx'

function useColumns(): Column<TierRun>[] {
  const t = useT('tiers')
  return [
    { id: 'at', header: t('columns.at'), width: '150px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'actor', header: t('columns.actor'), width: 'minmax(90px, 0.8fr)', cell: (row) => row.actorName },
    {
      id: 'programme',
      header: t('columns.programme'),
      width: 'minmax(140px, 1.4fr)',
      cell: (row) => row.policyName[side()],
    },
    {
      id: 'rated',
      header: t('columns.rated'),
      width: '92px',
      align: 'right',
      cell: (row) => (row.rated === null ? '—' : countText(row.rated)),
    },
    {
      id: 'changed',
      header: t('columns.changed'),
      width: '92px',
      align: 'right',
      cell: (row) => countText(row.changed),
    },
  ]
}

/** Ratings that were applied; one that is open lists its changes. */
export function RunList() {
  const t = useT('tiers')
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('tiers.runs', {}, { topics: ['tiers'] })
  const open = query.data?.find((run) => run.id === openId)
  return (
    <div className={styles.block}>
      <h2>{t('rating.runs')}</h2>
      <SplitView
        list={
          <DataTable
            label={t('rating.runs')}
            columns={useColumns()}
            rows={queryRows(query, (list) => list)}
            rowKey={(run) => run.id}
            onOpen={(run) => setOpenId(run.id)}
            openKey={open?.id}
            empty={<EmptyState title={t('rating.noRuns')} />}
          />
        }
        detail={open ? <RunPanel key={open.id} run={open} onClose={() => setOpenId(null)} /> : null}
      />
    </div>
  )
}

function RunPanel({ run, onClose }: { run: TierRun; onClose: () => void }) {
  const t = useT('tiers')
  const language = useLanguage()
  const rows = useKeysetRows<TierProposal & { id: string }, string>({
    key: run.id,
    loadPage: (after) =>
      call('tiers.runChanges', after === null ? { runId: run.id, language } : { runId: run.id, after, language }),
  })
  return (
    <DetailPanel title={dateTimeText(run.at)} label={t('rating.changes')} onClose={onClose}>
      <div className={styles.panel} style={{ height: '100%', padding: 8 }}>
        <ChangeTable rows={rows} />
      </div>
    </DetailPanel>
  )
}
