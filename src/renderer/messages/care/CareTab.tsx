import { Anchor, Button, SegmentedControl, Switch } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { CareRow } from '../../../shared/care/contract.ts'
import { CARE_EFFECT_NAMES, CARE_KIND_NAMES, CARE_OCCASION_NAMES } from '../../../shared/care/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../messages.module.css'
import { CareItem } from './CareItem.tsx'
import { RoundForm } from './RoundForm.tsx'

const VIEWS = ['due', 'coming', 'done'] as const
type View = (typeof VIEWS)[number]

function useColumns(view: View, isNarrow: boolean): Column<CareRow>[] {
  const t = useT('care')
  const nameOf = useName()
  const all: Column<CareRow>[] = [
    {
      id: 'due',
      header: t('columns.due'),
      width: '172px',
      cell: (row) => (
        <>
          <span className="num">{dayText(row.dueDay)}</span>{' '}
          {row.isOverdue && <StateBadge tone="bad" label={t('overdue')} />}
        </>
      ),
    },
    { id: 'person', header: t('columns.person'), width: '110px', cell: (row) => row.personName },
    { id: 'tier', header: '', width: '64px', cell: (row) => row.tier && <TierBadge tier={row.tier} /> },
    {
      id: 'occasion',
      header: t('columns.occasion'),
      width: '116px',
      cell: (row) => nameOf(CARE_OCCASION_NAMES[row.occasion]),
    },
    { id: 'kind', header: t('columns.kind'), width: '130px', cell: (row) => nameOf(CARE_KIND_NAMES[row.kind]) },
    { id: 'reason', header: t('columns.reason'), width: 'minmax(120px, 1fr)', cell: (row) => row.reason },
    {
      id: 'effect',
      header: t('columns.effect'),
      width: '110px',
      cell: (row) => (row.effect === null ? '—' : nameOf(CARE_EFFECT_NAMES[row.effect])),
    },
    { id: 'owner', header: t('columns.owner'), width: '96px', cell: (row) => row.ownerName },
  ]
  return all
    .filter(({ id }) => id !== 'effect' || view === 'done')
    .filter(({ id }) => !isNarrow || !['tier', 'kind', 'owner', 'effect'].includes(id))
}

/** S2-145..151: who is to be cared for today, later, and what care did. */
export function CareTab() {
  const t = useT('care')
  const m = useT('messages')
  const isLead = useSession((session) => session.user?.role !== 'agent')
  const [view, setView] = useState<View>('due')
  const [isMine, setMine] = useState(false)
  const [openId, setOpenId] = useState<string | null>(null)
  const [isPlanning, setPlanning] = useState(false)
  const query = useQuery('care.list', { view, isMine }, { topics: ['messages'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(view, open !== undefined)
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={t('views.label')}
          value={view}
          onChange={(value) => setView(VIEWS.find((one) => one === value) ?? 'due')}
          data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
        />
        <Switch label={t('mine')} checked={isMine} onChange={(event) => setMine(event.currentTarget.checked)} />
        {isLead && (
          <Button
            className={styles.push ?? ''}
            leftSection={<IconCalendarPlus size={15} />}
            onClick={() => setPlanning(true)}
          >
            {t('round.open')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('views.label')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={
          open ? (
            <DetailPanel
              key={open.id}
              title={open.personName}
              label={t('detail')}
              badges={open.tier && <TierBadge tier={open.tier} />}
              onClose={() => setOpenId(null)}
            >
              <div className={styles.detail}>
                {open.caseId !== null && (
                  <Anchor component="button" type="button" onClick={() => go('cases', { id: open.caseId ?? '' })}>
                    {m('acts.openCase')} <span className="num">{open.caseNumber}</span>
                  </Anchor>
                )}
                <CareItem row={open} />
              </div>
            </DetailPanel>
          ) : null
        }
      />
      <RoundForm isOpen={isPlanning} onClose={() => setPlanning(false)} />
    </>
  )
}
