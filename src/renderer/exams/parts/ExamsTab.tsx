import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ExamRow } from '../../../shared/exams/model.ts'
import type { UserId } from '../../../shared/ids.ts'
import { DAY, HOUR, type Instant } from '../../../shared/time.ts'
import { call } from '../../client.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { countText, today } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { ListTab } from '../../ui/ListTab.tsx'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TeamField } from '../../ui/TeamField.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import type { Open } from '../Page.tsx'
import { ExamPanel } from './ExamPanel.tsx'

/** S3-99: the exams of the people one leads, the newest first. */
export function ExamsTab({ onOpen }: { onOpen: (open: Open) => void }) {
  const t = useT('exams')
  const rows = useKeysetRows<ExamRow, Instant>({
    key: 'exams',
    topics: ['exams'],
    loadPage: (before) => call('exams.list', { before }),
  })
  const columns: Column<ExamRow>[] = [
    { id: 'title', header: t('columns.title'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    { id: 'month', header: t('columns.month'), width: '90px', cell: (row) => row.month },
    { id: 'opens', header: t('columns.opens'), width: '140px', cell: (row) => <InstantText at={row.opensAt} /> },
    { id: 'closes', header: t('columns.closes'), width: '140px', cell: (row) => <InstantText at={row.closesAt} /> },
    {
      id: 'sat',
      header: t('columns.sat'),
      width: '100px',
      align: 'right',
      cell: (row) => `${row.sat} / ${row.invited}`,
    },
    { id: 'passed', header: t('columns.passed'), width: '80px', align: 'right', cell: (row) => countText(row.passed) },
    {
      id: 'toMark',
      header: t('columns.toMark'),
      width: '90px',
      cell: (row) => {
        if (row.state === 'cancelled') return <StateBadge tone="neutral" label={t('cancelled')} />
        return row.toMark > 0 ? <StateBadge tone="warn" label={countText(row.toMark)} /> : '—'
      },
    },
  ]
  return (
    <ListTab
      label={t('tabs.exams')}
      rows={rows}
      columns={columns}
      narrow={['title', 'toMark']}
      empty={<EmptyState title={t('exams.empty')} />}
      add={t('exams.add')}
      form={(close, show) => <ExamForm onDone={show} onClose={close} />}
      panel={(id, close) => <ExamPanel key={id} id={id} onOpen={onOpen} onClose={close} />}
    />
  )
}

function ExamForm({ onDone, onClose }: { onDone: (id: string) => void; onClose: () => void }) {
  const t = useT('exams')
  const { data: papers = [] } = useQuery('exams.papers', {}, { topics: ['exams'] })
  const [paperId, setPaper] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [month, setMonth] = useState(today().slice(0, 7))
  const [opensAt, setOpens] = useState<Instant | null>(() => Math.floor(Date.now() / HOUR) * HOUR)
  const [closesAt, setCloses] = useState<Instant | null>(() => Math.floor(Date.now() / HOUR) * HOUR + 7 * DAY)
  const [userIds, setPeople] = useState<UserId[]>([])
  const publish = useCommand('exams.publish', { quiet: true })
  const send = async () => {
    if (paperId === null || opensAt === null || closesAt === null) return
    const done = await publish.run({ paperId, title, month, opensAt, closesAt, userIds })
    if (!done.ok) return
    tellDone(t('exams.published'))
    onDone(done.value.id)
  }
  const isReady = paperId !== null && opensAt !== null && closesAt !== null && title.trim() !== '' && userIds.length > 0
  return (
    <DetailPanel title={t('exams.add')} label={t('exams.add')} onClose={onClose}>
      <Section title={t('exams.facts')}>
        <form
          className={flow.stack}
          onSubmit={(event) => {
            event.preventDefault()
            if (isReady) void send()
          }}
        >
          <FailureAlert failure={publish.failure} />
          <ChoiceField
            label={t('exams.paper')}
            data={papers.filter((one) => one.isActive).map((one) => ({ value: one.id, label: one.title }))}
            value={paperId}
            onChange={(id) => {
              setPaper(id)
              if (title === '') setTitle(papers.find((one) => one.id === id)?.title ?? '')
            }}
          />
          <TextInput
            label={t('columns.title')}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <FieldRow>
            <MomentField label={t('columns.opens')} value={opensAt} onChange={setOpens} />
            <MomentField label={t('columns.closes')} value={closesAt} onChange={setCloses} />
            <TextInput
              label={t('exams.month')}
              value={month}
              error={publish.fieldErrors.month}
              onChange={(event) => setMonth(event.currentTarget.value)}
            />
          </FieldRow>
          <TeamField label={t('exams.people')} value={userIds} onChange={setPeople} />
          <Button type="submit" className={flow.push ?? ''} loading={publish.isBusy} disabled={!isReady}>
            {t('exams.publish')}
          </Button>
          <KeepLines kind="exams-exam-lines" subject="new" />
        </form>
      </Section>
    </DetailPanel>
  )
}
