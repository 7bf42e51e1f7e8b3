import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CardRow, RoundView } from '../../../shared/scorecards/views.ts'
import { ANSWER_STATE_NAMES, PART_STATE_NAMES } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { moneyText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { rowsOf } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ANSWER_TONES, PART_TONES, plain } from '../show.ts'
import { CardPanel } from './CardPanel.tsx'
import { RoundHead } from './RoundHead.tsx'
import styles from './scorecards.module.css'

const TOPICS = { topics: ['scorecards', 'users'] as const }

/** S3-103: the rounds of the desk, each with everybody in it. */
export function RoundTab({ month }: { month: string | undefined }) {
  const t = useT('scorecards')
  const [chosen, setChosen] = useState<string | null>(month ?? null)
  const { data: rounds, failure, reload } = useQuery('scorecards.rounds', {}, TOPICS)
  const current = chosen ?? rounds?.[0]?.month ?? null
  return (
    <>
      <div className={styles.bar}>
        <Select
          label={t('month')}
          data={(rounds ?? []).map((round) => round.month)}
          value={current}
          allowDeselect={false}
          onChange={setChosen}
        />
        <div className={styles.push}>
          <OpenRound onOpened={setChosen} />
        </div>
      </div>
      <FailureAlert failure={failure} onRetry={reload} />
      {rounds?.length === 0 && <EmptyState title={t('noRounds')} text={t('noRoundsText')} />}
      {current !== null && rounds?.some((round) => round.month === current) && <Round key={current} month={current} />}
    </>
  )
}

function OpenRound({ onOpened }: { onOpened: (month: string) => void }) {
  const t = useT('scorecards')
  const [month, setMonth] = useState(today().slice(0, 7))
  const open = useCommand('scorecards.openRound')
  const begin = async () => {
    const answer = await open.run({ month })
    if (!answer.ok) return
    tellDone(t('open.done', { month, count: answer.value.people }))
    onOpened(month)
  }
  return (
    <>
      <TextInput
        type="month"
        label={t('open.month')}
        value={month}
        error={open.fieldErrors.month}
        onChange={(event) => setMonth(event.currentTarget.value)}
      />
      <Button style={{ alignSelf: 'end' }} loading={open.isBusy} disabled={month === ''} onClick={() => void begin()}>
        {t('open.action')}
      </Button>
    </>
  )
}

function Round({ month }: { month: string }) {
  const [openId, setOpenId] = useState<string | null>(null)
  const { data, failure, reload } = useQuery('scorecards.show', { month }, TOPICS)
  if (!data) return <FailureAlert failure={failure} onRetry={reload} />
  return (
    <>
      <RoundHead round={data} />
      <SplitView
        list={<People round={data} openId={openId} onOpen={setOpenId} />}
        detail={openId === null ? null : <CardPanel key={openId} id={openId} onClose={() => setOpenId(null)} />}
      />
    </>
  )
}

type PeopleProps = { round: RoundView; openId: string | null; onOpen: (id: string) => void }

function People({ round, openId, onOpen }: PeopleProps) {
  const t = useT('scorecards')
  const nameOf = useName()
  const part = (state: CardRow['selfState'], isLate: boolean) => (
    <StateBadge
      tone={isLate && state !== 'given' ? 'bad' : PART_TONES[state]}
      label={isLate ? `${nameOf(PART_STATE_NAMES[state])} · ${t('late')}` : nameOf(PART_STATE_NAMES[state])}
    />
  )
  const columns: Column<CardRow>[] = [
    { id: 'name', header: t('columns.name'), width: 'minmax(90px, 1fr)', cell: (row) => row.name },
    { id: 'lead', header: t('columns.lead'), width: 'minmax(80px, 0.8fr)', cell: (row) => row.leadName ?? '—' },
    { id: 'self', header: t('columns.self'), width: '126px', cell: (row) => part(row.selfState, row.isSelfLate) },
    { id: 'assess', header: t('columns.assess'), width: '126px', cell: (row) => part(row.leadState, row.isLeadLate) },
    { id: 'total', header: t('columns.total'), width: '70px', align: 'right', cell: (row) => plain(row.total) },
    { id: 'grade', header: t('columns.grade'), width: '60px', cell: (row) => row.grade ?? '—' },
    {
      id: 'bonus',
      header: t('columns.bonus'),
      width: '90px',
      align: 'right',
      cell: (row) => (row.bonusFen === null ? '—' : moneyText(row.bonusFen)),
    },
    {
      id: 'answer',
      header: t('columns.answer'),
      width: 'minmax(110px, 1fr)',
      cell: (row) => <Answer row={row} round={round} />,
    },
  ]
  const narrow = ['name', 'total', 'grade', 'answer']
  return (
    <DataTable
      label={t('round.people')}
      columns={openId === null ? columns : columns.filter(({ id }) => narrow.includes(id))}
      rows={rowsOf(round.cards)}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      openKey={openId ?? undefined}
    />
  )
}

function Answer({ row, round }: { row: CardRow; round: RoundView }) {
  const t = useT('scorecards')
  const nameOf = useName()
  if (row.isCorrected) return <StateBadge tone="warn" label={t('corrected')} />
  if (round.state === 'collecting') return row.reminders > 0 ? t('reminders', { count: row.reminders }) : null
  if (round.state === 'calibrating') return null
  return <StateBadge tone={ANSWER_TONES[row.answer]} label={nameOf(ANSWER_STATE_NAMES[row.answer])} />
}
