import type { CompensationRow } from '../../../shared/compensation/model.ts'
import { COMPENSATION_STATUS_NAMES, LEVEL_NAMES } from '../../../shared/compensation/words.ts'
import type { WaitingReview } from '../../../shared/liability/model.ts'
import { PARTY_NAMES } from '../../../shared/liability/words.ts'
import type { WaitingPlan } from '../../../shared/plans/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { amountText } from '../amount-text.ts'
import { CaseLink, type ListColumn, ListTable } from './ListTable.tsx'

const TOPICS = ['cases'] as const

/** Everything that waits for a lead or manager: findings, plans, amounts; one's own stand there too, not for oneself. */
export function ApprovalsTab() {
  const t = useT('compensation')
  const liability = useQuery('liability.waiting', {}, { topics: TOPICS })
  const plans = useQuery('plans.waiting', {}, { topics: TOPICS })
  const amounts = useQuery('compensation.waiting', {}, { topics: TOPICS })
  return (
    <div className={styles.scroll}>
      <FailureAlert failure={liability.failure ?? plans.failure ?? amounts.failure} />
      <h2 className={styles.part}>{t('lists.amounts')}</h2>
      <Amounts rows={amounts.data ?? []} />
      <h2 className={styles.part}>{t('lists.plans')}</h2>
      <Plans rows={plans.data ?? []} />
      <h2 className={styles.part}>{t('lists.reviews')}</h2>
      <Reviews rows={liability.data?.reviews ?? []} />
    </div>
  )
}

function Mine({ isMine }: { isMine: boolean }) {
  const u = useT('ui')
  return <StateBadge tone={isMine ? 'warn' : 'neutral'} label={u(isMine ? 'states.yes' : 'states.no')} />
}

function Amounts({ rows }: { rows: readonly CompensationRow[] }) {
  const t = useT('compensation')
  const nameOf = useName()
  const columns: ListColumn<CompensationRow>[] = [
    { header: t('columns.case'), cell: (row) => <CaseLink id={row.caseId} number={row.caseNumber} /> },
    { header: t('columns.what'), cell: (row) => row.description },
    { header: t('columns.amount'), cell: (row) => amountText(row), isNumber: true },
    {
      header: t('columns.sum'),
      cell: (row) => amountText({ amountFen: row.sumFen, miles: row.sumMiles }),
      isNumber: true,
    },
    { header: t('columns.level'), cell: (row) => nameOf(LEVEL_NAMES[row.level]) },
    { header: t('columns.by'), cell: (row) => row.proposedByName },
    { header: t('columns.at'), cell: (row) => <InstantText at={row.proposedAt} /> },
    { header: t('columns.mine'), cell: (row) => <Mine isMine={row.mayApprove} /> },
  ]
  return (
    <ListTable
      label={t('lists.amounts')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('empty.amounts')}
    />
  )
}

function Plans({ rows }: { rows: readonly WaitingPlan[] }) {
  const t = useT('compensation')
  const columns: ListColumn<WaitingPlan>[] = [
    { header: t('columns.case'), cell: (row) => <CaseLink id={row.caseId} number={row.caseNumber} /> },
    { header: t('columns.what'), cell: (row) => row.measures },
    { header: t('columns.amount'), cell: (row) => amountText(row) || '—', isNumber: true },
    { header: t('columns.due'), cell: (row) => <InstantText at={row.deadlineAt} /> },
    { header: t('columns.by'), cell: (row) => row.authorNames.join('、') },
    { header: t('columns.at'), cell: (row) => <InstantText at={row.submittedAt} /> },
    { header: t('columns.mine'), cell: (row) => <Mine isMine={row.mayDecide} /> },
  ]
  return (
    <ListTable
      label={t('lists.plans')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('empty.plans')}
    />
  )
}

function Reviews({ rows }: { rows: readonly WaitingReview[] }) {
  const t = useT('compensation')
  const nameOf = useName()
  const columns: ListColumn<WaitingReview>[] = [
    { header: t('columns.case'), cell: (row) => <CaseLink id={row.caseId} number={row.caseNumber} /> },
    { header: t('columns.party'), cell: (row) => nameOf(PARTY_NAMES[row.party]) },
    { header: t('columns.by'), cell: (row) => row.authorNames.join('、') },
    { header: t('columns.at'), cell: (row) => <InstantText at={row.submittedAt} /> },
    { header: t('columns.mine'), cell: (row) => <Mine isMine={row.mayReview} /> },
  ]
  return (
    <ListTable
      label={t('lists.reviews')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={t('empty.reviews')}
    />
  )
}

/** S2-163: approved and not carried out, the one due first on top. */
export function UnexecutedTab() {
  const t = useT('compensation')
  const nameOf = useName()
  const query = useQuery('compensation.unexecuted', {}, { topics: TOPICS })
  const columns: ListColumn<CompensationRow>[] = [
    { header: t('columns.case'), cell: (row) => <CaseLink id={row.caseId} number={row.caseNumber} /> },
    { header: t('columns.what'), cell: (row) => row.description },
    { header: t('columns.amount'), cell: (row) => amountText(row), isNumber: true },
    {
      header: t('columns.state'),
      cell: (row) => (
        <StateBadge tone={row.isOverdue ? 'bad' : 'info'} label={nameOf(COMPENSATION_STATUS_NAMES[row.status])} />
      ),
    },
    {
      header: t('columns.due'),
      cell: (row) => (
        <span className={row.isOverdue ? styles.late : ''}>
          <InstantText at={row.dueAt} />
        </span>
      ),
    },
    { header: t('columns.by'), cell: (row) => row.proposedByName },
  ]
  return (
    <div className={styles.scroll}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ListTable
        label={t('tabs.unexecuted')}
        columns={columns}
        rows={query.data ?? []}
        rowKey={({ id }) => id}
        empty={t('empty.unexecuted')}
      />
    </div>
  )
}
