import { Button, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ReviewRow } from '../../../shared/reviews/model.ts'
import { FORM_KIND_NAMES, REVIEW_STATE_NAMES, type ReviewState } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { queryRows } from '../../ui/rows.ts'
import { choicesOf, type NameOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { STATE_TONES, totalTone } from '../words.ts'
import { ReviewPanel } from './ReviewPanel.tsx'
import styles from './reviews.module.css'

function useColumns(isNarrow: boolean, nameOf: NameOf): Column<ReviewRow>[] {
  const t = useT('reviews')
  const all: Column<ReviewRow>[] = [
    {
      id: 'reviewedAt',
      header: t('columns.reviewedAt'),
      width: '140px',
      cell: (row) => <InstantText at={row.reviewedAt} />,
    },
    {
      id: 'number',
      header: t('columns.number'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => <span className="num">{row.number}</span>,
    },
    { id: 'kind', header: t('columns.kind'), width: '116px', cell: (row) => nameOf(FORM_KIND_NAMES[row.kind]) },
    { id: 'agent', header: t('columns.agent'), width: '110px', cell: (row) => row.agentName },
    { id: 'reviewer', header: t('columns.reviewer'), width: '110px', cell: (row) => row.reviewerName },
    {
      id: 'total',
      header: t('columns.total'),
      width: '72px',
      cell: (row) => <StateBadge tone={totalTone(row.total)} label={countText(row.total)} />,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '110px',
      cell: (row) => <StateBadge tone={STATE_TONES[row.state]} label={nameOf(REVIEW_STATE_NAMES[row.state])} />,
    },
    {
      id: 'actions',
      header: t('columns.actions'),
      width: '110px',
      align: 'right',
      cell: (row) => (row.openActions === 0 ? '—' : countText(row.openActions)),
    },
  ]
  return isNarrow ? all.flatMap((column) => narrow(column)) : all
}

const NARROW: Readonly<Record<string, string>> = {
  number: '134px',
  agent: 'minmax(62px, 1fr)',
  total: '62px',
  state: '116px',
}

/** What stays of the table beside an open judgement. */
function narrow(column: Column<ReviewRow>): Column<ReviewRow>[] {
  const width = NARROW[column.id]
  return width === undefined ? [] : [{ ...column, width }]
}

type Props = { openId: string | undefined; onJudge: (number: string) => void }

/** What was judged: everybody's for leads and managers, one's own for agents. */
export function JudgementsTab({ openId: first, onJudge }: Props) {
  const t = useT('reviews')
  const u = useT('ui')
  const nameOf = useName()
  const isAgent = useSession((session) => session.user?.role) === 'agent'
  const [openId, setOpenId] = useState<string | null>(first ?? null)
  const [agentId, setAgent] = useState<UserId | null>(null)
  const [state, setState] = useState<ReviewState | null>(null)
  const filter = { ...(agentId === null ? {} : { agentId }), ...(state === null ? {} : { state }) }
  const query = useQuery('reviews.list', filter, { topics: ['reviews'] })
  const clear = { clearable: true, clearButtonProps: { 'aria-label': u('actions.clear') } }
  return (
    <>
      <div className={styles.line}>
        {!isAgent && (
          <PersonField
            {...clear}
            aria-label={t('filters.agent')}
            placeholder={t('filters.anyAgent')}
            value={agentId}
            onChange={setAgent}
          />
        )}
        <Select
          {...clear}
          aria-label={t('filters.state')}
          placeholder={t('filters.anyState')}
          data={choicesOf(REVIEW_STATE_NAMES, nameOf)}
          value={state}
          onChange={setState}
        />
        {!isAgent && <JudgeOne onJudge={onJudge} />}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.judgements')}
            columns={useColumns(openId !== null, nameOf)}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={isAgent ? '' : t('emptyText')} />}
          />
        }
        detail={openId === null ? null : <ReviewPanel key={openId} id={openId} onClose={() => setOpenId(null)} />}
      />
    </>
  )
}

function JudgeOne({ onJudge }: { onJudge: (number: string) => void }) {
  const t = useT('reviews')
  const [number, setNumber] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (number.trim() !== '') onJudge(number.trim())
  }
  return (
    <form className={`${styles.line} ${flow.push}`} onSubmit={submit}>
      <TextInput
        aria-label={t('find')}
        placeholder={t('find')}
        w={220}
        value={number}
        onChange={(event) => setNumber(event.currentTarget.value)}
      />
      <Button type="submit" disabled={number.trim() === ''}>
        {t('judge')}
      </Button>
    </form>
  )
}
