import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CaseId, UserId } from '../../../shared/ids.ts'
import type { HandOverView } from '../../../shared/todos/hand-overs.ts'
import { HAND_OVER_STATE_NAMES, type HandOverState } from '../../../shared/todos/words.ts'
import { DraftHint } from '../../drafts/DraftHint.tsx'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { Sheet } from './Sheet.tsx'
import { sheetText } from './sheet-text.ts'
import styles from './todos.module.css'

const TONES: Record<HandOverState, Tone> = { given: 'warn', confirmed: 'good', declined: 'bad' }

/** The end of a shift: what is open goes to a colleague by name, who confirms it. */
export function HandOversTab() {
  const t = useT('todos')
  const nameOf = useName()
  const [openId, setOpen] = useState<string | null>(null)
  const [isGiving, setGiving] = useState(false)
  const query = useQuery('handOvers.list', {}, { topics: ['todos'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns: Column<HandOverView>[] = [
    { id: 'at', header: t('handOver.at'), width: '150px', cell: (row) => <InstantText at={row.at} /> },
    {
      id: 'who',
      header: t('handOver.who'),
      width: 'minmax(150px, 1fr)',
      cell: (row) => t('handOver.from', { from: row.fromName, to: row.toName }),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '160px',
      cell: ({ state }) => <StateBadge tone={TONES[state]} label={nameOf(HAND_OVER_STATE_NAMES[state])} />,
    },
  ]
  return (
    <>
      <div className={styles.filters}>
        <Button
          className={styles.push ?? ''}
          onClick={() => {
            setOpen(null)
            setGiving(true)
          }}
        >
          {t('handOver.give')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('handOver.list')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => {
              setGiving(false)
              setOpen(row.id)
            }}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('handOver.listEmpty')} />}
          />
        }
        detail={
          isGiving ? (
            <Give
              onClose={() => setGiving(false)}
              onDone={(id) => {
                setGiving(false)
                setOpen(id)
              }}
            />
          ) : open ? (
            <Given key={open.id} handOver={open} onClose={() => setOpen(null)} />
          ) : null
        }
      />
    </>
  )
}

function Give({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useT('todos')
  const [toId, setTo] = useState<UserId | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<CaseId>>(new Set())
  const draft = useDraft('hand-over', 'new', KEPT_TEXT)
  const note = draft.value
  const { data } = useQuery('handOvers.sheet', {}, { topics: ['cases', 'todos'] })
  const give = useCommand('handOvers.give', { quiet: true })
  const send = async () => {
    if (toId === null) return
    const done = await give.run({ toId, note, cases: [...chosen] })
    if (!done.ok) return
    await draft.discard()
    tellDone(chosen.size === 0 ? t('handOver.given') : t('handOver.givenWith', { count: chosen.size }))
    onDone(done.value.id)
  }
  return (
    <DetailPanel title={t('handOver.now')} label={t('handOver.now')} onClose={onClose}>
      <Section title={t('handOver.give')}>
        <div className={styles.stack}>
          <FailureAlert failure={give.failure} />
          <PersonField required label={t('handOver.to')} value={toId} onChange={setTo} />
          <TextArea
            minRows={3}
            maxLength={4000}
            label={t('handOver.note')}
            value={note}
            onChange={(event) => draft.set(event.currentTarget.value)}
          />
          <DraftHint draft={draft} />
          <Button
            disabled={toId === null || (chosen.size > 0 && note.trim() === '')}
            loading={give.isBusy}
            onClick={() => void send()}
          >
            {chosen.size === 0 ? t('handOver.give') : t('handOver.giveWith', { count: chosen.size })}
          </Button>
          {chosen.size > 0 && note.trim() === '' && <div className={styles.faint}>{t('handOver.noteNeeded')}</div>}
        </div>
      </Section>
      {data && <Sheet sheet={data} choice={{ chosen, onChoose: setChosen }} />}
    </DetailPanel>
  )
}

function Given({ handOver, onClose }: { handOver: HandOverView; onClose: () => void }) {
  const t = useT('todos')
  const nameOf = useName()
  const answer = useCommand('handOvers.answer')
  const { id, fromName: from, toName: to, at, note, sheet, state, answeredAt } = handOver
  const send = (next: 'confirmed' | 'declined') => async (text: string) =>
    (await answer.run({ id, state: next, answer: text })).ok
  return (
    <DetailPanel
      title={t('handOver.from', { from, to })}
      label={t('handOver.detail', { from, to })}
      badges={<StateBadge tone={TONES[state]} label={nameOf(HAND_OVER_STATE_NAMES[state])} />}
      actions={
        <PrintButton
          label={t('handOver.print')}
          text={sheetText(sheet, { from, to, at, note }, nameOf)}
          what="hand-over"
          subject={id}
        />
      }
      onClose={onClose}
    >
      <Section title={t('handOver.note')}>
        <p className={styles.text}>{note || '—'}</p>
        {handOver.mayAnswer && (
          <TextAct
            keep={{ kind: 'todos-given-answer', subject: handOver.id }}
            label={t('handOver.answer')}
            buttons={[
              { label: t('handOver.decline'), onSend: send('declined'), isBusy: answer.isBusy },
              {
                label: t('handOver.confirm'),
                onSend: send('confirmed'),
                isBusy: answer.isBusy,
                isMain: true,
                isFree: true,
              },
            ]}
          />
        )}
        {answeredAt !== null && (
          <>
            <p className={styles.text}>{handOver.answer}</p>
            <div className={styles.faint}>{t('handOver.answered', { name: to, time: dateTimeText(answeredAt) })}</div>
          </>
        )}
      </Section>
      <Sheet sheet={sheet} />
    </DetailPanel>
  )
}
