import { MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import type { TierMove, TierProposal } from '../../../shared/tiers/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge, type Tone } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import type { Rows } from '../../ui/rows.ts'
import styles from '../tiers.module.css'

const TONES: Record<TierProposal['change'], Tone> = {
  upgrade: 'good',
  retain: 'info',
  downgrade: 'warn',
  none: 'neutral',
}

function useColumns(): Column<TierProposal>[] {
  const t = useT('tiers')
  return [
    { id: 'card', header: t('columns.card'), width: '120px', cell: (row) => row.card },
    { id: 'name', header: t('columns.name'), width: 'minmax(90px, 0.7fr)', cell: (row) => row.name },
    { id: 'from', header: t('columns.from'), width: '110px', cell: (row) => <TierBadge tier={row.from} /> },
    { id: 'to', header: t('columns.to'), width: '110px', cell: (row) => <TierBadge tier={row.to} /> },
    {
      id: 'change',
      header: t('columns.change'),
      width: '120px',
      cell: (row) => <StateBadge tone={TONES[row.change]} label={t(`change.${row.change}`)} />,
    },
    {
      id: 'until',
      header: t('columns.validUntil'),
      width: '104px',
      cell: (row) => (row.to === 'none' ? '—' : row.validUntil === null ? t('forLife') : dayText(row.validUntil)),
    },
    {
      id: 'reason',
      header: t('columns.reason'),
      width: 'minmax(200px, 2fr)',
      cell: (row) => <span title={row.reason}>{row.reason}</span>,
    },
  ]
}

/** Members whose tier, or its end, changes, with the reason; a row opens the member. */
export function ChangeTable({ rows }: { rows: Rows<TierProposal> }) {
  const t = useT('tiers')
  return (
    <DataTable
      label={t('rating.changes')}
      columns={useColumns()}
      rows={rows}
      rowKey={(row) => row.memberId}
      onOpen={(row) => go('members', { id: row.memberId })}
      empty={<EmptyState title={t('rating.nothing')} />}
      minWidth={840}
    />
  )
}

/** How many members go from which tier to which; the diagonal stays. */
export function MoveMatrix({ moves }: { moves: readonly TierMove[] }) {
  const t = useT('tiers')
  const ui = useT('ui')
  const count = (from: string, to: string) => moves.find((move) => move.from === from && move.to === to)?.count ?? 0
  return (
    <table className={styles.matrix} aria-label={t('rating.matrix')}>
      <thead>
        <tr>
          <th className={styles.dim}>{t('rating.matrix')}</th>
          {MEMBER_TIERS.map((to) => (
            <th key={to} scope="col">
              {ui(`tiers.${to}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {MEMBER_TIERS.map((from) => (
          <tr key={from}>
            <th scope="row">{ui(`tiers.${from}`)}</th>
            {MEMBER_TIERS.map((to) => (
              <td
                key={to}
                className="num"
                data-same={from === to || undefined}
                data-move={(from !== to && count(from, to) > 0) || undefined}
              >
                {count(from, to) === 0 ? '' : countText(count(from, to))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
