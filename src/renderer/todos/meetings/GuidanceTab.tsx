import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { GuidanceView } from '../../../shared/meetings/guidance.ts'
import { GUIDANCE_KIND_NAMES, type GuidanceKind } from '../../../shared/meetings/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { queryRows } from '../../ui/rows.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../parts/todos.module.css'
import { AssessForm } from './AssessForm.tsx'
import { CoachForm } from './CoachForm.tsx'
import { GuidancePanel } from './GuidancePanel.tsx'

/** Assessments by managers and coaching by leads; the person reads and answers them (S3-10, S3-17). */
export function GuidanceTab() {
  const t = useT('meetings')
  const nameOf = useName()
  const role = useSession((state) => state.user?.role)
  const [kind, setKind] = useState<GuidanceKind | null>(null)
  const [openId, setOpen] = useState<string | null>(null)
  const [form, setForm] = useState<GuidanceKind | null>(null)
  const query = useQuery('guidance.list', { kind }, { topics: ['todos'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns: Column<GuidanceView>[] = [
    { id: 'day', header: t('guidance.columns.day'), width: '110px', cell: (row) => dayText(row.day) },
    { id: 'who', header: t('guidance.columns.who'), width: '110px', cell: (row) => row.userName },
    {
      id: 'kind',
      header: t('guidance.columns.kind'),
      width: '110px',
      cell: (row) => nameOf(GUIDANCE_KIND_NAMES[row.kind]),
    },
    { id: 'topic', header: t('guidance.columns.topic'), width: 'minmax(140px, 1fr)', cell: (row) => row.topic },
    {
      id: 'seen',
      header: t('guidance.columns.seen'),
      width: '190px',
      cell: ({ seenAt }) =>
        seenAt === null ? (
          <StateBadge tone="warn" label={t('guidance.unseen')} />
        ) : (
          t('guidance.seen', { time: dateTimeText(seenAt) })
        ),
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <Select
          aria-label={t('guidance.kind')}
          placeholder={t('guidance.anyKind')}
          clearable
          clearButtonProps={{ 'aria-label': t('guidance.anyKind') }}
          data={choicesOf(GUIDANCE_KIND_NAMES, nameOf)}
          value={kind}
          onChange={setKind}
          w={160}
        />
        {role !== 'agent' && (
          <Button className={styles.push ?? ''} variant="default" onClick={() => setForm('coaching')}>
            {t('guidance.coach')}
          </Button>
        )}
        {role === 'manager' && <Button onClick={() => setForm('assessment')}>{t('guidance.assess')}</Button>}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('guidance.columns.topic')}
            columns={open ? columns.filter(({ id }) => id !== 'kind' && id !== 'seen') : columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('guidance.empty')} />}
          />
        }
        detail={open ? <GuidancePanel key={open.id} entry={open} onClose={() => setOpen(null)} /> : null}
      />
      {form === 'coaching' && <CoachForm onClose={() => setForm(null)} onDone={setOpen} />}
      {form === 'assessment' && <AssessForm onClose={() => setForm(null)} onDone={setOpen} />}
    </>
  )
}
