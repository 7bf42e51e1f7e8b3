import { Anchor } from '@mantine/core'
import { useState } from 'react'
import type { OwnTraining } from '../../../shared/training/model.ts'
import {
  ATTENDANCE_NAMES,
  TEACHER_NAMES,
  TRAINING_KIND_NAMES,
  TRAINING_WAY_NAMES,
} from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { ATTENDANCE_TONES } from '../tones.ts'
import { Materials } from './Materials.tsx'

/** S3-29: one's own trainings and results. */
export function MineTab() {
  const t = useT('training')
  const nameOf = useName()
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('training.mine', {}, { topics: ['training'] })
  const open = query.data?.find(({ sessionId }) => sessionId === openId)
  const columns: Column<OwnTraining>[] = [
    { id: 'when', header: t('mine.when'), width: '140px', cell: (row) => <InstantText at={row.startsAt} /> },
    { id: 'title', header: t('columns.title'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    { id: 'kind', header: t('columns.kind'), width: '130px', cell: (row) => nameOf(TRAINING_KIND_NAMES[row.kind]) },
    { id: 'result', header: t('mine.result'), width: '150px', cell: (row) => <Result row={row} /> },
  ]
  return (
    <SplitView
      list={
        <DataTable
          label={t('tabs.mine')}
          columns={open ? columns.filter(({ id }) => id !== 'kind') : columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.sessionId}
          onOpen={(row) => setOpenId(row.sessionId)}
          openKey={openId ?? undefined}
          empty={<EmptyState title={t('mine.empty')} />}
        />
      }
      detail={open ? <Own row={open} onClose={() => setOpenId(null)} /> : null}
    />
  )
}

function Result({ row }: { row: OwnTraining }) {
  const t = useT('training')
  const nameOf = useName()
  if (row.state === 'cancelled') return <StateBadge tone="neutral" label={t('cancel')} />
  if (row.attendance === null) return <StateBadge tone="info" label={t('mine.waiting')} />
  const attendance = nameOf(ATTENDANCE_NAMES[row.attendance])
  const words = row.isPassed === null ? attendance : t(row.isPassed ? 'passed' : 'failed')
  const tone = row.isPassed === null ? ATTENDANCE_TONES[row.attendance] : row.isPassed ? 'good' : 'bad'
  return <StateBadge tone={tone} label={row.score === null ? words : `${words} ${countText(row.score)}`} />
}

function Own({ row, onClose }: { row: OwnTraining; onClose: () => void }) {
  const t = useT('training')
  const nameOf = useName()
  return (
    <DetailPanel
      title={row.title}
      label={t('detail', { title: row.title })}
      badges={<Result row={row} />}
      onClose={onClose}
    >
      <Section title={t('facts')}>
        <Facts
          facts={[
            { label: t('mine.when'), value: <InstantText at={row.startsAt} /> },
            { label: t('mine.place'), value: row.place || '—' },
            { label: t('fields.way'), value: nameOf(TRAINING_WAY_NAMES[row.way]) },
            { label: nameOf(TEACHER_NAMES[row.way]), value: row.teacher },
          ]}
        />
        <p className={flow.text}>{row.content}</p>
        {row.studies.map(({ id, title }) => (
          <Anchor
            key={id}
            component="button"
            type="button"
            onClick={() => go('reviews', { tab: 'studies', studyId: id })}
          >
            {title}
          </Anchor>
        ))}
      </Section>
      <Section title={t('materials.title')}>
        <Materials trainingId={row.trainingId} mayChange={false} />
      </Section>
      {row.note !== '' && (
        <Section title={t('noteShort')}>
          <p className={flow.text}>{row.note}</p>
        </Section>
      )}
    </DetailPanel>
  )
}
