import type { ActionView } from '../../../shared/products/contract.ts'
import { canMoveAction } from '../../../shared/products/rules.ts'
import { ACTION_KIND_NAMES, ACTION_STATE_NAMES, ACTION_STATES } from '../../../shared/products/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import type { Column } from '../../ui/DataTable.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, dayText } from '../../ui/formats.ts'
import { ListTab } from '../../ui/ListTab.tsx'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ACTION_TONES } from '../tones.ts'
import { ActionForm } from './ActionForm.tsx'

function useColumns(): Column<ActionView>[] {
  const t = useT('products')
  const nameOf = useName()
  return [
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
}

/** S4-47: actions on training, facilities and service, each with goal, owner, due day and result. */
export function ActionsTab() {
  const t = useT('products')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const query = useQuery('strategyActions.list', {}, { topics: ['products'] })
  const columns = useColumns()
  return (
    <ListTab
      label={t('tabs.actions')}
      rows={queryRows(query, (rows) => rows)}
      columns={columns}
      narrow={['title', 'state']}
      empty={<EmptyState title={t('action.empty')} />}
      add={isLead ? t('action.add') : null}
      form={(close) => <ActionForm onClose={close} />}
      panel={(id, close) => {
        const action = query.data?.find((row) => row.id === id)
        return action ? <ActionPanel key={id} action={action} onClose={close} /> : null
      }}
    />
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
        <p className={flow.text}>{goal}</p>
        <p className={flow.faint}>
          {t('action.by', { name: action.createdByName, time: dateTimeText(action.createdAt) })}
        </p>
      </Section>
      {mayMove && next.length > 0 && (
        <Section title={t('action.move')}>
          <FailureAlert failure={move.failure} />
          <TextAct
            keep={{ kind: 'products-action-panel-result', subject: action.id }}
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
