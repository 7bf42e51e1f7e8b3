import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { StudyRow } from '../../../shared/reviews/studies.ts'
import { STUDY_STATE_NAMES } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { STUDY_TONES } from '../words.ts'
import styles from './reviews.module.css'
import { StudyPanel } from './StudyPanel.tsx'

/** S2-139: cases told for learning; agents read what is released. */
export function StudiesTab({ openId: first }: { openId: string | undefined }) {
  const t = useT('reviews')
  const nameOf = useName()
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const [openId, setOpenId] = useState<string | null>(first ?? null)
  const [isOld, setOld] = useState(false)
  const states: ('draft' | 'released' | 'withdrawn')[] = isOld ? ['withdrawn'] : ['draft', 'released']
  const query = useQuery('reviews.studies', { states }, { topics: ['reviews'] })
  const columns: Column<StudyRow>[] = [
    { id: 'title', header: t('study.title'), width: 'minmax(160px, 1fr)', cell: (row) => row.title },
    {
      id: 'releasedAt',
      header: t('study.releasedAt'),
      width: '140px',
      cell: (row) => <InstantText at={row.releasedAt} />,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '136px',
      cell: (row) => <StateBadge tone={STUDY_TONES[row.state]} label={nameOf(STUDY_STATE_NAMES[row.state])} />,
    },
  ]
  return (
    <>
      {!isAgent && (
        <div className={styles.line}>
          <SegmentedControl
            aria-label={t('study.states')}
            value={isOld ? 'old' : 'current'}
            onChange={(value) => setOld(value === 'old')}
            data={[
              { value: 'current', label: t('study.current') },
              { value: 'old', label: t('study.withdrawn') },
            ]}
          />
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.studies')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('study.empty')} text={isAgent ? '' : t('study.emptyText')} />}
          />
        }
        detail={openId === null ? null : <StudyPanel key={openId} id={openId} onClose={() => setOpenId(null)} />}
      />
    </>
  )
}
