import { Button } from '@mantine/core'
import { useState } from 'react'
import type { AnswerRow } from '../../../shared/routing/gaps-contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { useCaseColumns } from './case-columns.tsx'
import { Notice } from './Notice.tsx'
import { PeriodField, usePeriod } from './Period.tsx'
import styles from './routing.module.css'

const keyOf = (row: AnswerRow) => `${row.case.id} ${row.kind}`

/** Repeat and major complaints: who answers for them, and whether they have (S4-138, S4-139). */
export function AnswersTab() {
  const t = useT('routing')
  const { period, days, setDays } = usePeriod()
  const query = useQuery('gaps.answers', period, { topics: ['cases'] })
  const [openKey, setOpen] = useState<string | null>(null)
  const open = query.data?.find((row) => keyOf(row) === openKey)
  const columns: Column<AnswerRow>[] = [
    ...useCaseColumns<AnswerRow>(),
    { id: 'kind', header: t('columns.kind'), width: '110px', cell: (row) => t(`answerKinds.${row.kind}`) },
    {
      id: 'state',
      header: t('columns.state'),
      width: '100px',
      cell: ({ isSettled }) => (
        <StateBadge tone={isSettled ? 'good' : 'bad'} label={isSettled ? t('settled') : t('unsettled')} />
      ),
    },
    ...(open
      ? []
      : ([
          {
            id: 'earlier',
            header: t('columns.earlier'),
            width: '150px',
            cell: (row) => <span className="num">{row.earlierNumber ?? '—'}</span>,
          },
          {
            id: 'answer',
            header: t('columns.answer'),
            width: 'minmax(120px, 1fr)',
            cell: ({ notice }) => (notice ? (notice.answer ?? t('waitsFor', { name: notice.personName ?? '' })) : '—'),
          },
          {
            id: 'measures',
            header: t('columns.measures'),
            width: '90px',
            align: 'right',
            cell: (row) => countText(row.measures),
          },
        ] satisfies Column<AnswerRow>[])),
  ]
  return (
    <>
      <div className={styles.bar}>
        <PeriodField days={days} onChange={setDays} />
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.answers')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={keyOf}
            onOpen={(row) => setOpen(keyOf(row))}
            openKey={openKey ?? undefined}
            empty={<EmptyState title={t('answersNone')} />}
          />
        }
        detail={open ? <AnswerPanel key={keyOf(open)} row={open} onClose={() => setOpen(null)} /> : null}
      />
    </>
  )
}

function AnswerPanel({ row, onClose }: { row: AnswerRow; onClose: () => void }) {
  const t = useT('routing')
  const { number } = row.case
  return (
    <DetailPanel
      title={<span className="num">{number}</span>}
      label={t('answersOf', { number })}
      badges={<StateBadge tone={row.kind === 'major' ? 'bad' : 'warn'} label={t(`answerKinds.${row.kind}`)} />}
      actions={
        <Button variant="default" onClick={() => go('cases', { id: row.case.id })}>
          {t('openCase')}
        </Button>
      }
      onClose={onClose}
    >
      {row.kind === 'major' && <p className={record.faint}>{t('openLiability')}</p>}
      {row.notice && (
        <Section title={t('columns.answer')}>
          <Notice notice={row.notice} />
        </Section>
      )}
      {row.notice === null && <AskForm row={row} />}
    </DetailPanel>
  )
}

function AskForm({ row }: { row: AnswerRow }) {
  const t = useT('routing')
  const [personId, setPerson] = useState(row.ownerId)
  const [text, setText] = useState('')
  const ask = useCommand('gaps.ask')
  const submit = async () => {
    if (personId === null) return
    const { kind, earlierId } = row
    const done = await ask.run({ caseId: row.case.id, kind, earlierId, personId, text })
    if (done.ok) tellDone(t('asked', { name: done.value.personName ?? '' }))
  }
  return (
    <Section title={t('ask')}>
      <div className={record.form}>
        <PersonField className={record.wide ?? ''} label={t('askWhom')} value={personId} onChange={setPerson} />
        <TextArea
          keep={{ kind: 'routing-ask-form-ask-text', subject: row.case.id }}
          className={record.wide ?? ''}
          label={t('askText')}
          minRows={2}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div className={`${record.wide} ${record.buttons}`}>
          <Button loading={ask.isBusy} disabled={personId === null || text.trim() === ''} onClick={() => void submit()}>
            {t('ask')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
