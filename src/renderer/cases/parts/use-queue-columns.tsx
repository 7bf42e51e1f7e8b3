import type { CaseRow } from '../../../shared/cases/views.ts'
import { CASE_KIND_NAMES, PRIORITY_NAMES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { useClasses } from '../../ui/classes.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { KIND_TONES, PRIORITY_TONES, SEVERITY_TONES } from '../tones.ts'
import { named, useName } from '../use-name.ts'
import styles from './cases.module.css'

/** What one line of the queue says, most pressing first. */
export function useQueueColumns(): Column<CaseRow>[] {
  const t = useT('cases')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  // English words for the same badges are longer.
  const isEnglish = useLanguage() === 'en'
  return [
    { id: 'due', header: t('columns.due'), width: isEnglish ? '190px' : '166px', cell: (row) => <NextDue row={row} /> },
    {
      id: 'priority',
      header: t('columns.priority'),
      width: isEnglish ? '72px' : '98px',
      cell: ({ priority }) => (
        // Under its own heading a bare number says enough.
        <StateBadge tone={PRIORITY_TONES[priority]} label={nameOf(PRIORITY_NAMES[priority]).replace('Priority ', '')} />
      ),
    },
    {
      id: 'tier',
      header: t('columns.tier'),
      width: isEnglish ? '104px' : '78px',
      cell: ({ tier }) => (tier === 'none' ? null : <TierBadge tier={tier} />),
    },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: isEnglish ? '142px' : '108px',
      cell: ({ kind }) => <StateBadge tone={KIND_TONES[kind]} label={nameOf(CASE_KIND_NAMES[kind])} />,
    },
    {
      id: 'number',
      header: t('columns.number'),
      width: '132px',
      cell: ({ number }) => <span className="num">{number}</span>,
    },
    {
      id: 'title',
      header: t('columns.title'),
      width: 'minmax(150px, 2fr)',
      cell: ({ category, title }) => (
        <span title={title}>
          <span className={styles.category}>{named(categoryNames, category, nameOf)}</span> {title}
        </span>
      ),
    },
    {
      id: 'contact',
      header: t('columns.contact'),
      width: 'minmax(84px, 0.6fr)',
      cell: ({ contactName, phone }) => <span title={phone}>{contactName}</span>,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: isEnglish ? '108px' : '96px',
      cell: ({ stateName }) => nameOf(stateName),
    },
    {
      id: 'severity',
      header: t('columns.severity'),
      width: isEnglish ? '88px' : '78px',
      cell: ({ severity }) =>
        severity === 'general' ? null : (
          <StateBadge tone={SEVERITY_TONES[severity]} label={nameOf(SEVERITY_NAMES[severity])} />
        ),
    },
    { id: 'owner', header: t('columns.owner'), width: '78px', cell: ({ ownerName }) => ownerName ?? '—' },
  ]
}

function NextDue({ row }: { row: CaseRow }) {
  const nameOf = useName()
  if (row.nextDueAt === null || row.nextClock === null) return <span className={styles.faint}>—</span>
  return (
    <span>
      <Countdown dueAt={row.nextDueAt} />{' '}
      <span className={styles.faint}>{nameOf(CLOCK_KIND_NAMES[row.nextClock])}</span>
    </span>
  )
}
