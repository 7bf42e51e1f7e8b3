import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { CHANNEL_NAMES } from '../../../shared/cases/words.ts'
import type { FeedbackRow } from '../../../shared/improvements/loop.ts'
import { TONE_NAMES, TONES, type Tone } from '../../../shared/improvements/loop-words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { queryRows } from '../../ui/rows.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './improvements.module.css'

/** What customers say without complaining, apart from cases (S1-72). */
export function FeedbackTab() {
  const t = useT('loop')
  const nameOf = useName()
  const [tone, setTone] = useState<Tone | null>(null)
  const [openId, setOpen] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('loop.feedback', { tone }, { topics: ['improvements'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  const tones = TONES.map((value) => ({ value, label: nameOf(TONE_NAMES[value]) }))
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={t('feedback.tone')}
          value={tone ?? 'all'}
          onChange={(value) => setTone(TONES.find((one) => one === value) ?? null)}
          data={[{ value: 'all', label: t('feedback.all') }, ...tones]}
        />
        <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setAdding(true)}>
          {t('feedback.add')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('feedback.title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('feedback.empty')} text={t('feedback.emptyText')} />}
          />
        }
        detail={open ? <FeedbackPanel row={open} onClose={() => setOpen(null)} /> : null}
      />
      {isAdding && <AddFeedback onClose={() => setAdding(false)} />}
    </>
  )
}

function useColumns(isNarrow: boolean): Column<FeedbackRow>[] {
  const t = useT('loop')
  const nameOf = useName()
  const all: Column<FeedbackRow>[] = [
    { id: 'day', header: t('feedback.columns.day'), width: '110px', cell: (row) => dayText(row.day) },
    {
      id: 'tone',
      header: t('feedback.columns.tone'),
      width: '96px',
      cell: (row) => (
        <StateBadge tone={row.tone === 'praise' ? 'good' : 'neutral'} label={nameOf(TONE_NAMES[row.tone])} />
      ),
    },
    { id: 'text', header: t('feedback.columns.text'), width: 'minmax(160px, 1fr)', cell: (row) => row.text },
    {
      id: 'channel',
      header: t('feedback.columns.channel'),
      width: '150px',
      cell: (row) => namedBy(CHANNEL_NAMES, row.channel, nameOf),
    },
    { id: 'by', header: t('feedback.columns.by'), width: '110px', cell: (row) => row.recordedByName },
    {
      id: 'improvements',
      header: t('feedback.columns.improvements'),
      width: '130px',
      cell: (row) => row.improvements.map(({ number }) => number).join(' '),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['day', 'tone', 'text'].includes(id)) : all
}

function FeedbackPanel({ row, onClose }: { row: FeedbackRow; onClose: () => void }) {
  const t = useT('loop')
  const nameOf = useName()
  const improve = () =>
    go('improvements', { source: 'feedback', sourceId: row.id, title: row.text.slice(0, 120), finding: row.text })
  return (
    <DetailPanel
      title={t('feedback.detail')}
      label={t('feedback.detail')}
      badges={<StateBadge tone="neutral" label={nameOf(TONE_NAMES[row.tone])} />}
      actions={
        <Button variant="default" onClick={improve}>
          {t('feedback.improve')}
        </Button>
      }
      onClose={onClose}
    >
      <Section title={t('feedback.fields.text')}>
        <p className={styles.text}>{row.text}</p>
        <Facts
          facts={[
            { label: t('feedback.fields.day'), value: dayText(row.day) },
            { label: t('feedback.fields.channel'), value: namedBy(CHANNEL_NAMES, row.channel, nameOf) },
            { label: t('feedback.columns.by'), value: row.recordedByName },
            {
              label: t('feedback.columns.improvements'),
              value: row.improvements.map(({ number, title }) => `${number} ${title}`).join(' · ') || '—',
            },
          ]}
        />
      </Section>
    </DetailPanel>
  )
}

function AddFeedback({ onClose }: { onClose: () => void }) {
  const t = useT('loop')
  const u = useT('ui')
  const nameOf = useName()
  const [day, setDay] = useState<Day>(today())
  const [channel, setChannel] = useState('phone')
  const [tone, setTone] = useState<Tone>('praise')
  const [text, setText] = useState('')
  const add = useCommand('loop.addFeedback', { quiet: true })
  const save = async () => {
    if ((await add.run({ day, channel, tone, text })).ok) onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('feedback.add')}
      save={u('actions.save')}
      failure={add.failure}
      isBusy={add.isBusy}
      isReady={text.trim().length > 1}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow columns={3}>
        <DayField
          label={t('feedback.fields.day')}
          value={day}
          max={today()}
          onChange={(chosen) => setDay(chosen ?? day)}
        />
        <Select
          searchable
          label={t('feedback.fields.channel')}
          data={choicesOf(CHANNEL_NAMES, nameOf)}
          value={channel}
          allowDeselect={false}
          onChange={(value) => value && setChannel(value)}
        />
        <Select
          label={t('feedback.fields.tone')}
          data={choicesOf(TONE_NAMES, nameOf)}
          value={tone}
          allowDeselect={false}
          onChange={(value) => value && setTone(value)}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'improvements-add-feedback-text', subject: 'new' }}
        required
        data-autofocus
        minRows={3}
        maxLength={4000}
        label={t('feedback.fields.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
