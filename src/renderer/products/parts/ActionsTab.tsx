import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ActionView } from '../../../shared/products/contract.ts'
import { canMoveAction } from '../../../shared/products/rules.ts'
import { ACTION_KIND_NAMES, ACTION_STATE_NAMES, ACTION_STATES } from '../../../shared/products/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ACTION_TONES } from '../tones.ts'
import { ActionForm } from './ActionForm.tsx'
import styles from './products.module.css'

function useColumns(isNarrow: boolean): Column<ActionView>[] {
  const t = useT('products')
  const nameOf = useName()
  const all: Column<ActionView>[] = [
    { id: 'kind', header: t('action.kind'), width: '120px', cell: (row) => nameOf(ACTION_KIND_NAMES[row.kind]) },
    { id: 'title', header: t('action.name'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    { id: 'goal', header: t('action.goal'), width: 'minmax(140px, 1fr)', cell: (row) => row.goal },
    { id: 'owner', header: t('action.owner'), width: '110px', cell: (row) => row.ownerName },
    { id: 'due', header: t('action.due'), width: '120px', cell: (row) => dayText(row.dueDay) },
    {
      id: 'state',
      header: t('action.state'),
      width: '110px',
      cell: (row) =>
        row.isOverdue ? (
          <StateBadge tone="bad" label={t('action.overdue')} />
        ) : (
          <StateBadge tone={ACTION_TONES[row.state]} label={nameOf(ACTION_STATE_NAMES[row.state])} />
        ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'state'].includes(id)) : all
}

/** S4-47: actions on training, facilities and service, each with goal, owner, due day and result. */
export function ActionsTab() {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const query = useQuery('strategyActions.list', {}, { topics: ['products'] })
  const open = query.data?.find(({ id }) => id === openId)
  const close = () => {
    setAdding(false)
    setOpenId(null)
  }
  const opened = open ? <ActionPanel key={open.id} action={open} onClose={close} /> : null
  const detail = isAdding ? <ActionForm onClose={close} /> : opened
  const columns = useColumns(detail !== null)
  return (
    <>
      {isLead && (
        <div className={styles.line}>
          <Button className={styles.push ?? ''} onClick={() => setAdding(true)}>
            {t('action.add')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('tabs.actions')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => {
              setAdding(false)
              setOpenId(row.id)
            }}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('action.empty')} />}
          />
        }
        detail={detail}
      />
    </>
  )
}

function ActionPanel({ action, onClose }: { action: ActionView; onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const user = useSession((session) => session.user)
  const move = useCommand('strategyActions.move', { quiet: true })
  const { id, title, kind, state, goal, ownerId, ownerName, dueDay, strategyTitle, result } = action
  const mayMove = user?.role !== 'agent' || user.id === ownerId
  const next = ACTION_STATES.filter((to) => canMoveAction(state, to, '-').allowed)
  const to = (target: (typeof next)[number]) => async (text: string) => {
    const done = await move.run({ id, state: target, result: text })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <DetailPanel
      title={title}
      label={t('action.detail', { title })}
      badges={<StateBadge tone={ACTION_TONES[state]} label={nameOf(ACTION_STATE_NAMES[state])} />}
      onClose={onClose}
    >
      <Section title={nameOf(ACTION_KIND_NAMES[kind])}>
        <Facts
          facts={[
            { label: t('action.owner'), value: ownerName },
            { label: t('action.due'), value: dayText(dueDay) },
            { label: t('action.strategy'), value: strategyTitle ?? '—' },
            { label: t('action.result'), value: result || '—' },
          ]}
        />
        <p className={styles.text}>{goal}</p>
        <p className={styles.faint}>
          {t('action.by', { name: action.createdByName, time: dateTimeText(action.createdAt) })}
        </p>
      </Section>
      {mayMove && next.length > 0 && (
        <Section title={t('action.move')}>
          <FailureAlert failure={move.failure} />
          <TextAct
            label={t('action.result')}
            buttons={next.map((target) => ({
              label: nameOf(ACTION_STATE_NAMES[target]),
              onSend: to(target),
              isBusy: move.isBusy,
              isMain: target === 'done',
              isFree: target === 'running',
            }))}
          />
        </Section>
      )}
    </DetailPanel>
  )
}
