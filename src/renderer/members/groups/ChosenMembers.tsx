import type { MemberId } from '../../../shared/ids.ts'
import type { MemberHit } from '../../../shared/members/model.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { openMember } from '../open.ts'
import { localPhone } from '../phone.ts'

/** Whom a choice picked, read on as the table nears its end; a row opens the file. */
export function ChosenMembers({ runId }: { runId: string }) {
  const t = useT('gathering')
  const m = useT('members')
  const rows = useKeysetRows<MemberHit, MemberId>({
    key: runId,
    loadPage: (after) => call('groups.members', { runId, limit: 100, ...(after === null ? {} : { after }) }),
  })
  const columns: Column<MemberHit>[] = [
    { id: 'name', header: m('columns.name'), width: 'minmax(96px, 1fr)', cell: ({ name }) => name },
    { id: 'tier', header: m('columns.tier'), width: '108px', cell: ({ tier }) => <TierBadge tier={tier} /> },
    { id: 'card', header: m('columns.card'), cell: ({ card }) => <span className="num">{card}</span> },
    {
      id: 'mobile',
      header: m('columns.mobile'),
      cell: ({ maskedMobile }) => <span className="num">{localPhone(maskedMobile)}</span>,
    },
    { id: 'city', header: m('columns.place'), cell: ({ city }) => city },
  ]
  return (
    <div style={{ height: 320, display: 'flex' }}>
      <DataTable
        label={t('groups.members')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => openMember(id)}
        empty={<EmptyState title={t('groups.members')} />}
      />
    </div>
  )
}
