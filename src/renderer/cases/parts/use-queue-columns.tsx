import { IconEye } from '@tabler/icons-react'
import type { CaseRow } from '../../../shared/cases/views.ts'
import { CASE_KIND_NAMES, PRIORITY_NAMES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { CaseMark } from '../../../shared/marks/contract.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { useClasses } from '../../ui/classes.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import queue from '../queue/queue.module.css'
import { KIND_TONES, PRIORITY_TONES, SEVERITY_TONES } from '../tones.ts'
import styles from './cases.module.css'

/** A line of the queue, or of a search with the piece of text that was found. */
export type QueueRow = CaseRow & { snippet?: string | null }

/** What one line of the queue says, most pressing first. */
export function useQueueColumns(
  words: readonly string[],
  markOf: (id: CaseId) => CaseMark | undefined,
): Column<QueueRow>[] {
  const t = useT('cases')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  // English words for the same badges are longer.
  const isEnglish = useLanguage() === 'en'
  return [
    { id: 'due', header: t('columns.due'), width: isEnglish ? '176px' : '166px', cell: (row) => <NextDue row={row} /> },
    {
      id: 'priority',
      header: t('columns.priority'),
      width: isEnglish ? '70px' : '98px',
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
      width: isEnglish ? '150px' : '162px',
      cell: ({ id, number }) => (
        <span className="num">
          <Marked text={number} words={words} />
          <Marks mark={markOf(id)} />
        </span>
      ),
    },
    {
      id: 'title',
      header: t('columns.title'),
      width: 'minmax(136px, 2fr)',
      cell: ({ category, title, snippet = null }) => (
        <span title={snippet ?? title}>
          <span className={styles.category}>{namedBy(categoryNames, category, nameOf)}</span>{' '}
          <Marked text={title} words={words} />
          {snippet !== null && snippet !== title && (
            <span className={styles.faint}>
              {' — '}
              <Marked text={snippet} words={words} />
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'contact',
      header: t('columns.contact'),
      width: 'minmax(84px, 0.6fr)',
      cell: ({ contactName, phone }) => (
        <span title={phone}>
          <Marked text={contactName} words={words} />
        </span>
      ),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: isEnglish ? '100px' : '96px',
      cell: ({ stateName }) => nameOf(stateName),
    },
    {
      id: 'severity',
      header: t('columns.severity'),
      width: isEnglish ? '92px' : '78px',
      cell: ({ severity }) =>
        severity === 'general' ? null : (
          <StateBadge tone={SEVERITY_TONES[severity]} label={nameOf(SEVERITY_NAMES[severity])} />
        ),
    },
    { id: 'owner', header: t('columns.owner'), width: '72px', cell: ({ ownerName }) => ownerName ?? '—' },
  ]
}

/** What is new about a case, and who else has it open. */
function Marks({ mark }: { mark: CaseMark | undefined }) {
  const t = useT('queue')
  if (!mark) return null
  const { isUnread, isMentioned, openBy } = mark
  const names = t('marks.openBy', { names: openBy.join('、') })
  return (
    <span className={queue.marks}>
      {isUnread && (
        <span className={queue.unread} role="img" aria-label={t('marks.unread')} title={t('marks.unread')} />
      )}
      {isMentioned && (
        <span className={queue.mentioned} role="img" aria-label={t('marks.mentioned')} title={t('marks.mentioned')}>
          @
        </span>
      )}
      {openBy.length > 0 && (
        <span role="img" aria-label={names} title={names}>
          <IconEye size={13} />
        </span>
      )}
    </span>
  )
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
