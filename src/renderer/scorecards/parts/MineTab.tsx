import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { ROUND_STATE_NAMES } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { ROUND_TONES } from '../show.ts'
import { CardPanel } from './CardPanel.tsx'

type RoundRow = Output<'scorecards.rounds'>[number]

/** One's own months, the newest open at once. */
export function MineTab() {
  const t = useT('scorecards')
  const nameOf = useName()
  const [chosen, setChosen] = useState<string | null>(null)
  const query = useQuery('scorecards.rounds', {}, { topics: ['scorecards'] })
  // Empty: closed by hand.
  const month = (chosen ?? query.data?.[0]?.month) || null
  const columns: Column<RoundRow>[] = [
    { id: 'month', header: t('month'), width: 'minmax(90px, 1fr)', cell: (row) => row.month },
    {
      id: 'state',
      header: t('round.state'),
      width: '150px',
      cell: (row) => <StateBadge tone={ROUND_TONES[row.state]} label={nameOf(ROUND_STATE_NAMES[row.state])} />,
    },
  ]
  return (
    <SplitView
      list={
        <DataTable
          label={t('months')}
          columns={columns}
          rows={queryRows(query, (rows) => rows)}
          rowKey={(row) => row.month}
          onOpen={(row) => setChosen(row.month)}
          openKey={month ?? undefined}
          empty={<EmptyState title={t('noOwn')} />}
        />
      }
      detail={month === null ? null : <Own key={month} month={month} onClose={() => setChosen('')} />}
    />
  )
}

function Own({ month, onClose }: { month: string; onClose: () => void }) {
  const t = useT('scorecards')
  const myId = useSession((state) => state.user?.id)
  const { data } = useQuery('scorecards.show', { month }, { topics: ['scorecards'] })
  const card = data?.cards.find(({ userId }) => userId === myId)
  if (!data) return null
  return card ? <CardPanel id={card.id} onClose={onClose} /> : <EmptyState title={t('noOwn')} />
}
