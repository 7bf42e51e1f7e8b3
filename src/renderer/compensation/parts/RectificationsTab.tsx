import type { DueRectification } from '../../../shared/liability/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import styles from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { CaseLink, type ListColumn, ListTable } from './ListTable.tsx'

/** S2-94: rectifications that are to be carried out or verified, the one due first on top. */
export function RectificationsTab() {
  const t = useT('compensation')
  const l = useT('liability')
  const u = useT('ui')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const query = useQuery('liability.waiting', {}, { topics: ['cases'] })
  const columns: ListColumn<DueRectification>[] = [
    { header: t('columns.case'), cell: (row) => <CaseLink id={row.caseId} number={row.caseNumber} /> },
    { header: l('columns.text'), cell: (row) => row.text },
    {
      header: l('fields.responsible'),
      cell: ({ department, person, responsibleName }) =>
        [department && namedBy(deskNames, department, nameOf), person, responsibleName].filter(Boolean).join(' · '),
    },
    {
      header: t('columns.state'),
      cell: ({ doneAt }) => (
        <StateBadge
          tone={doneAt === null ? 'warn' : 'info'}
          label={l(doneAt === null ? 'states.open' : 'states.done')}
        />
      ),
    },
    { header: t('columns.due'), cell: ({ dueAt }) => (dueAt === null ? '—' : <Countdown dueAt={dueAt} />) },
    {
      header: t('columns.mine'),
      cell: ({ mayVerify }) => (
        <StateBadge tone={mayVerify ? 'warn' : 'neutral'} label={u(mayVerify ? 'states.yes' : 'states.no')} />
      ),
    },
  ]
  return (
    <div className={styles.scroll}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ListTable
        label={t('tabs.rectifications')}
        columns={columns}
        rows={query.data?.rectifications ?? []}
        rowKey={({ id }) => id}
        empty={t('empty.rectifications')}
      />
    </div>
  )
}
