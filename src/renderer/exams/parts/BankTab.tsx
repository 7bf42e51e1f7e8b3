import { Button, Checkbox, Select } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { QuestionRow } from '../../../shared/exams/model.ts'
import {
  DIFFICULTY_NAMES,
  QUESTION_FIELD_NAMES,
  QUESTION_KIND_NAMES,
  REJECTION_NAMES,
} from '../../../shared/exams/words.ts'
import { TOPIC_TABLE } from '../../../shared/training/words.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { QuestionPanel } from './QuestionPanel.tsx'
import { useSaid } from './use-said.ts'

/** S3-99: the question bank, by subject, kind and difficulty. */
export function BankTab() {
  const t = useT('exams')
  const nameOf = useName()
  const said = useSaid()
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const [topic, setTopic] = useState<QuestionRow['topic'] | null>(null)
  const [isRetired, setRetired] = useState(false)
  const filter = { topic, state: isRetired ? ('retired' as const) : ('active' as const) }
  const rows = useKeysetRows<QuestionRow, number>({
    key: JSON.stringify(filter),
    topics: ['exams'],
    loadPage: (after) => call('exams.questions', { ...filter, after: after ?? 0 }),
  })
  const topics = choicesOf(TOPIC_TABLE, nameOf)
  const close = () => {
    setAdding(false)
    setOpenId(null)
  }
  const show = (id: string) => {
    setAdding(false)
    setOpenId(id)
  }
  const all: Column<QuestionRow>[] = [
    { id: 'number', header: t('columns.number'), width: '60px', align: 'right', cell: (row) => row.number },
    { id: 'text', header: t('columns.text'), width: 'minmax(160px, 1fr)', cell: (row) => said(row.text) },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: '130px',
      cell: (row) => nameOf(QUESTION_KIND_NAMES[row.kind]),
    },
    { id: 'topic', header: t('columns.topic'), width: '150px', cell: (row) => nameOf(TOPIC_TABLE[row.topic]) },
    {
      id: 'difficulty',
      header: t('columns.difficulty'),
      width: '90px',
      cell: (row) => nameOf(DIFFICULTY_NAMES[row.difficulty]),
    },
    {
      id: 'state',
      header: '',
      width: '130px',
      cell: (row) => (row.isValid ? '' : <StateBadge tone="warn" label={t('bank.invalid')} />),
    },
  ]
  const isOpen = isAdding || openId !== null
  return (
    <>
      <div className={flow.line}>
        <Select
          aria-label={t('columns.topic')}
          placeholder={t('bank.all')}
          clearable
          w={180}
          data={topics}
          value={topic}
          onChange={(one) => setTopic(topics.find(({ value }) => value === one)?.value ?? null)}
        />
        <Checkbox
          label={t('bank.showRetired')}
          checked={isRetired}
          onChange={(event) => setRetired(event.currentTarget.checked)}
        />
        <span className={flow.push} />
        <BankActs />
        <Button onClick={() => setAdding(true)}>{t('bank.add')}</Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.bank')}
            columns={isOpen ? all.filter(({ id }) => ['number', 'text'].includes(id)) : all}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => show(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('bank.empty')} />}
          />
        }
        detail={
          isOpen ? (
            <QuestionPanel key={openId ?? 'new'} id={isAdding ? null : openId} onDone={show} onClose={close} />
          ) : null
        }
      />
    </>
  )
}

/** The bank is filled from a table of one's own, or with the questions that come with the desk. */
function BankActs() {
  const t = useT('exams')
  const nameOf = useName()
  const take = useCommand('exams.importQuestions')
  const adopt = useCommand('exams.adoptBank')
  const [done, setDone] = useState<Output<'exams.importQuestions'> | null>(null)
  const run = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'members' })
    if (!picked.ok) return tellFailure(picked.failure)
    if (!picked.value) return
    const answer = await take.run({ file: picked.value.token })
    if (!answer.ok) return
    setDone(answer.value)
    tellDone(t('bank.imported', { read: answer.value.read, taken: answer.value.taken }))
  }
  const adoptAll = async () => {
    const answer = await adopt.run({})
    if (answer.ok) tellDone(t('bank.adopted', { count: answer.value.taken }))
  }
  return (
    <>
      {done && done.rejected.length > 0 && (
        <ul className={record.list} aria-label={t('bank.rejectedTitle')}>
          {done.rejected.slice(0, 20).map(({ row, field, reason }) => (
            <li key={row}>
              {t('bank.rejected', {
                row,
                field: namedBy(QUESTION_FIELD_NAMES, field, nameOf),
                reason: namedBy(REJECTION_NAMES, reason, nameOf),
              })}
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" loading={adopt.isBusy} onClick={() => void adoptAll()}>
        {t('bank.adopt')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconTableImport size={15} />}
        loading={take.isBusy}
        onClick={() => void run()}
      >
        {t('bank.import')}
      </Button>
    </>
  )
}
