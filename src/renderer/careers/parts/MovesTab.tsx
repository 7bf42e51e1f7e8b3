import { useState } from 'react'
import type { CareerMove } from '../../../shared/careers/model.ts'
import { MOVE_KIND_NAMES, MOVE_STATE_NAMES, POST_NAMES } from '../../../shared/careers/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { queryRows } from '../../ui/rows.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { MOVE_TONES } from '../tones.ts'
import { IncentiveLine } from './Incentives.tsx'
import { MoveLine } from './Moves.tsx'

/** S3-92 S4-93: promotions and moves to be decided and decided, and the year's incentives with what they came to. */
export function MovesTab() {
  const t = useT('careers')
  const nameOf = useName()
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('careers.moves', {}, { topics: ['careers'] })
  const year = today().slice(0, 4)
  const { data: incentives = [] } = useQuery(
    'careers.incentives',
    { from: `${year}-01-01`, to: `${year}-12-31` },
    { topics: ['careers'] },
  )
  const open = query.data?.find(({ id }) => id === openId)
  const all: Column<CareerMove>[] = [
    { id: 'person', header: t('moves.person'), width: 'minmax(100px, 1fr)', cell: (row) => row.name },
    { id: 'kind', header: t('moves.kind'), width: '110px', cell: (row) => nameOf(MOVE_KIND_NAMES[row.kind]) },
    { id: 'from', header: t('post'), width: '140px', cell: (row) => nameOf(POST_NAMES[row.fromPost]) },
    { id: 'to', header: t('moves.to'), width: '140px', cell: (row) => nameOf(POST_NAMES[row.toPost]) },
    { id: 'day', header: t('moves.day'), width: '120px', cell: (row) => dayText(row.effectiveDay) },
    {
      id: 'state',
      header: t('moves.state'),
      width: '140px',
      cell: (row) => <StateBadge tone={MOVE_TONES[row.state]} label={nameOf(MOVE_STATE_NAMES[row.state])} />,
    },
  ]
  return (
    <>
      <SplitView
        list={
          <DataTable
            label={t('moves.title')}
            columns={open ? all.filter(({ id }) => ['person', 'state'].includes(id)) : all}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('moves.none')} />}
          />
        }
        detail={open ? <MovePanel move={open} onClose={() => setOpenId(null)} /> : null}
      />
      {incentives.length > 0 && !open && (
        <Section title={t('incentives.overview')} level={2}>
          <ul className={record.list}>
            {incentives.slice(0, 20).map((one) => (
              <li key={one.id}>
                <IncentiveLine one={one} withName />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function MovePanel({ move, onClose }: { move: CareerMove; onClose: () => void }) {
  const t = useT('careers')
  const decide = useCommand('careers.decide')
  const send = (isApproved: boolean) => async (note: string) => {
    const done = await decide.run({ id: move.id, isApproved, note })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <DetailPanel title={move.name} label={t('moves.detail', { name: move.name })} onClose={onClose}>
      <Section title={t('moves.title')}>
        <MoveLine move={move} />
        {move.mayDecide && (
          <TextAct
            keep={{ kind: 'careers-move-panel-decision', subject: move.id }}
            label={t('moves.decision')}
            buttons={[
              { label: t('moves.refuse'), onSend: send(false), isBusy: decide.isBusy },
              { label: t('moves.approve'), onSend: send(true), isBusy: decide.isBusy, isMain: true },
            ]}
          />
        )}
      </Section>
    </DetailPanel>
  )
}
