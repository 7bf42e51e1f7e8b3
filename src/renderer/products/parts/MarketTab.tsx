import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { MarketNote } from '../../../shared/partners/market.ts'
import {
  MARKET_DECISION_NAMES,
  MARKET_DECISIONS,
  MARKET_KIND_NAMES,
  type MarketDecision,
  type MarketKind,
} from '../../../shared/partners/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { ListTab } from '../../ui/ListTab.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { DECISION_TONES } from '../tones.ts'

function Verdict({ decision }: { decision: MarketDecision | null }) {
  const t = useT('products')
  const nameOf = useName()
  if (decision === null) return <StateBadge tone="warn" label={t('market.waiting')} />
  return <StateBadge tone={DECISION_TONES[decision]} label={nameOf(MARKET_DECISION_NAMES[decision])} />
}

/** S3-126: what competitors and the industry do, with advice to the manager and the answer. */
export function MarketTab() {
  const t = useT('products')
  const nameOf = useName()
  const query = useQuery('market.list', {}, { topics: ['products'] })
  const columns: Column<MarketNote>[] = [
    { id: 'at', header: t('market.written'), width: '150px', cell: (row) => <InstantText at={row.writtenAt} /> },
    { id: 'kind', header: t('market.kind'), width: '110px', cell: (row) => nameOf(MARKET_KIND_NAMES[row.kind]) },
    { id: 'subject', header: t('market.subject'), width: 'minmax(140px, 1fr)', cell: (row) => row.subject },
    { id: 'advice', header: t('market.advice'), width: 'minmax(140px, 1fr)', cell: (row) => row.advice },
    { id: 'by', header: t('market.by'), width: '100px', cell: (row) => row.writtenByName },
    { id: 'state', header: t('market.state'), width: '130px', cell: (row) => <Verdict decision={row.decision} /> },
  ]
  return (
    <ListTab
      label={t('tabs.market')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['subject', 'state']}
      empty={<EmptyState title={t('market.empty')} />}
      add={t('market.add')}
      form={(close) => <ReportForm onClose={close} />}
      panel={(id, close) => {
        const note = query.data?.find((row) => row.id === id)
        return note ? <NotePanel key={id} note={note} onClose={close} /> : null
      }}
    />
  )
}

function NotePanel({ note, onClose }: { note: MarketNote; onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const answer = useCommand('market.answer', { quiet: true })
  const { id, subject, kind, text, source, advice, writtenByName, writtenAt, toName } = note
  const send = (decision: MarketDecision) => async (words: string) => {
    const done = await answer.run({ id, decision, answer: words })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <DetailPanel
      title={subject}
      label={t('market.detail', { subject })}
      badges={<Verdict decision={note.decision} />}
      onClose={onClose}
    >
      <Section title={nameOf(MARKET_KIND_NAMES[kind])}>
        <p className={flow.text}>{text}</p>
        <Facts
          facts={[
            { label: t('market.source'), value: source },
            { label: t('market.to'), value: toName },
            { label: t('market.by'), value: `${writtenByName} · ${dateTimeText(writtenAt)}` },
          ]}
        />
      </Section>
      <Section title={t('market.advice')}>
        <p className={flow.text}>{advice}</p>
      </Section>
      {note.answeredAt !== null && (
        <Section title={t('market.state')}>
          <p className={flow.text}>{note.answer}</p>
          <p className={flow.faint}>
            {t('market.answered', { name: note.answeredByName ?? '', time: dateTimeText(note.answeredAt) })}
          </p>
        </Section>
      )}
      {note.answeredAt === null && isManager && (
        <Section title={t('market.state')}>
          <FailureAlert failure={answer.failure} />
          <TextAct
            keep={{ kind: 'products-note-panel-answer', subject: note.id }}
            label={t('market.answer')}
            buttons={MARKET_DECISIONS.map((decision) => ({
              label: nameOf(MARKET_DECISION_NAMES[decision]),
              onSend: send(decision),
              isBusy: answer.isBusy,
              isMain: decision === 'adopted',
            }))}
          />
        </Section>
      )}
    </DetailPanel>
  )
}

function ReportForm({ onClose }: { onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const { data: users = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const managers = users.filter(({ role }) => role === 'manager')
  const [kind, setKind] = useState<MarketKind>('competitor')
  const [chosen, setChosen] = useState<UserId | null>(null)
  const [said, setSaid] = useState({ subject: '', text: '', source: '', advice: '' })
  const report = useCommand('market.report', { quiet: true })
  const toId = chosen ?? managers[0]?.id ?? null
  const isReady = toId !== null && Object.values(said).every((one) => one.trim() !== '')
  const save = async () => {
    if (toId === null || !(await report.run({ ...said, kind, toId })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <DetailPanel title={t('market.add')} label={t('market.add')} onClose={onClose}>
      <Section title={t('tabs.market')}>
        <FailureAlert failure={report.failure} />
        <div className={record.form}>
          <ChoiceField
            label={t('market.kind')}
            data={choicesOf(MARKET_KIND_NAMES, nameOf)}
            value={kind}
            onChange={setKind}
          />
          <ChoiceField
            label={t('market.to')}
            data={managers.map(({ id, name }) => ({ value: id, label: name }))}
            value={toId}
            onChange={setChosen}
          />
          {(['subject', 'source'] as const).map((field) => (
            <TextInput
              key={field}
              label={t(`market.${field}`)}
              maxLength={120}
              value={said[field]}
              onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
            />
          ))}
          {(['text', 'advice'] as const).map((field) => (
            <TextArea
              keep={{ kind: 'products-report-form', subject: field }}
              key={field}
              className={record.wide ?? ''}
              label={t(`market.${field}`)}
              minRows={2}
              maxLength={2000}
              value={said[field]}
              onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
            />
          ))}
          <KeepLines kind="products-report-lines" subject="new" />
          <div className={`${record.wide} ${record.buttons}`}>
            <Button loading={report.isBusy} disabled={!isReady} onClick={() => void save()}>
              {t('market.send')}
            </Button>
          </div>
        </div>
      </Section>
    </DetailPanel>
  )
}
