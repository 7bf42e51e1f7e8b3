import type { MemberId } from '../../../shared/ids.ts'
import { MATCH_NAMES, MEMBER_ORDERS } from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dateText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import type { Listed, ListState } from '../list-state.ts'
import styles from '../members.module.css'
import { localPhone } from '../phone.ts'

type Props = { list: ListState; openId: MemberId | null; onOpen: (id: MemberId) => void }

/** Where the search field finds the list to move the focus to. */
export const LIST_ID = 'member-list'

/** The list itself; beside an open file it keeps to name and tier. */
export function MemberTable({ list, openId, onOpen }: Props) {
  const t = useT('members')
  const columns = useColumns(list, openId !== null)
  const empty =
    list.mode === 'find' ? (
      <EmptyState title={t('list.noHits')} text={t('list.noHitsText')} />
    ) : (
      <EmptyState title={t('list.none')} />
    )
  return (
    <div id={LIST_ID} className={styles.listSide} style={{ flex: 1 }}>
      <DataTable
        label={list.mode === 'find' ? t('list.hits', { text: list.text }) : t('list.label')}
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        openKey={openId ?? undefined}
        empty={empty}
        {...(list.mode === 'all'
          ? {
              sort: { by: list.order, dir: list.order === 'tier' ? ('desc' as const) : ('asc' as const) },
              onSort: ({ by }) => list.setOrder(MEMBER_ORDERS.find((order) => order === by) ?? 'tier'),
            }
          : {})}
      />
    </div>
  )
}

function useColumns({ mode }: ListState, isNarrow: boolean): Column<Listed>[] {
  const t = useT('members')
  const nameOf = useName()
  const sortBy = (order: string) => (mode === 'all' ? { sortBy: order } : {})
  const name: Column<Listed> = {
    id: 'name',
    header: t('columns.name'),
    width: 'minmax(96px, 1.2fr)',
    ...sortBy('name'),
    cell: (row) => <span className={row.status === 'left' ? styles.left : undefined}>{row.name}</span>,
  }
  const tier: Column<Listed> = {
    id: 'tier',
    header: t('columns.tier'),
    width: '108px',
    ...sortBy('tier'),
    cell: (row) => <TierBadge tier={row.tier} />,
  }
  const mobile: Column<Listed> = {
    id: 'mobile',
    header: t('columns.mobile'),
    width: 'minmax(118px, 1fr)',
    cell: (row) => <span className="num">{localPhone(row.maskedMobile)}</span>,
  }
  if (isNarrow) return [name, tier]
  const card: Column<Listed> = {
    id: 'card',
    header: t('columns.card'),
    width: 'minmax(110px, 1fr)',
    ...sortBy('card'),
    cell: (row) => <span className="num">{row.card}</span>,
  }
  const match: Column<Listed> = {
    id: 'match',
    header: t('columns.match'),
    width: '110px',
    cell: (row) => (row.matchedBy === undefined ? null : nameOf(MATCH_NAMES[row.matchedBy])),
  }
  const place: Column<Listed> = {
    id: 'place',
    header: t('columns.place'),
    cell: (row) => [row.province, row.city].filter((each, index, all) => each && all.indexOf(each) === index).join(' '),
  }
  if (mode === 'find') return [name, tier, card, mobile, place, match]
  const day = (id: 'vipSince' | 'verifiedAt', header: string): Column<Listed> => ({
    id,
    header,
    width: '104px',
    cell: (row) => <span className="num">{row[id] ? dateText(row[id]) : '—'}</span>,
  })
  const reason: Column<Listed> = {
    id: 'vipReason',
    header: t('columns.vipReason'),
    width: 'minmax(130px, 1.8fr)',
    cell: (row) => row.vipReason && nameOf(row.vipReason),
  }
  return [
    name,
    tier,
    card,
    mobile,
    place,
    day('vipSince', t('columns.vipSince')),
    reason,
    day('verifiedAt', t('columns.verified')),
  ]
}
