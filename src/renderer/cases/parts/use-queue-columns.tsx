import { IconEye } from '@tabler/icons-react'
import { readRevisit } from '../../../shared/cases/planned.ts'
import { CASE_KIND_NAMES, PRIORITY_NAMES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import type { CaseId } from '../../../shared/ids.ts'
import type { CaseMark } from '../../../shared/marks/contract.ts'
import { SAID_KIND_NAMES } from '../../../shared/search/said-kinds.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { WAIT_KIND_NAMES } from '../../../shared/waits/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { useClasses } from '../../ui/classes.ts'
import type { Column } from '../../ui/DataTable.tsx'
import { Marked } from '../../ui/Marked.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import queue from '../queue/queue.module.css'
import type { QueueRow } from '../queue/rows.ts'
import { KIND_TONES, PRIORITY_TONES, SEVERITY_TONES } from '../tones.ts'
import styles from './cases.module.css'

/** What one line of the queue says, most pressing first. */
export function useQueueColumns(
  words: readonly string[],
  markOf: (id: CaseId) => CaseMark | undefined,
): Column<QueueRow>[] {
  const t = useT('cases')
  const nameOf = useName()
  // English words for the same badges are longer.
  const isEnglish = useLanguage() === 'en'
  return [
    { id: 'due', header: t('columns.due'), width: isEnglish ? '204px' : '166px', cell: (row) => <NextDue row={row} /> },
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
      cell: (row) =>
        row.what === 'case' ? (
          <StateBadge tone={KIND_TONES[row.kind]} label={nameOf(CASE_KIND_NAMES[row.kind])} />
        ) : (
          <span className={queue.kind}>{nameOf(WAIT_KIND_NAMES[row.what])}</span>
        ),
    },
    {
      id: 'number',
      header: t('columns.number'),
      width: isEnglish ? '150px' : '162px',
      cell: (row) => (
        <span className="num">
          <Marked text={row.number ?? '—'} words={words} />
          {row.what === 'case' && <Marks mark={markOf(row.id)} />}
        </span>
      ),
    },
    {
      id: 'title',
      header: t('columns.title'),
      width: 'minmax(204px, 3fr)',
      cell: (row) => <Matter row={row} words={words} />,
    },
    {
      id: 'contact',
      header: t('columns.contact'),
      width: 'minmax(84px, 0.6fr)',
      cell: (row) => (
        <span title={row.what === 'case' ? row.phone : row.contactName}>
          <Marked text={row.contactName} words={words} />
        </span>
      ),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: isEnglish ? '100px' : '96px',
      cell: (row) => (row.what === 'case' ? nameOf(row.stateName) : <span className={styles.faint}>—</span>),
    },
    {
      id: 'owner',
      header: t('columns.owner'),
      width: 'minmax(72px, 0.2fr)',
      cell: ({ ownerName }) => ownerName ?? '—',
    },
  ]
}

/** What it is about; how grave it is stands before it, so that ordinary matters have the room. */
function Matter({ row, words }: { row: QueueRow; words: readonly string[] }) {
  const t = useT('cases')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const { title, severity } = row
  const grave = severity !== 'general' && (
    <>
      <StateBadge tone={SEVERITY_TONES[severity]} label={nameOf(SEVERITY_NAMES[severity])} />{' '}
    </>
  )
  if (row.what !== 'case') {
    const visit = readRevisit(title)
    const text = visit ? t('stage.revisitOf', { place: visit.place, of: visit.of }) : title
    return (
      <span title={text}>
        {grave}
        {text}
      </span>
    )
  }
  const { category, snippet = null, saidIn = null } = row
  return (
    <span title={snippet ?? title}>
      {grave}
      <span className={styles.category}>{namedBy(categoryNames, category, nameOf)}</span>{' '}
      <Marked text={title} words={words} />
      {snippet !== null && snippet !== title && (
        <span className={styles.faint}>
          {' — '}
          {saidIn !== null && `${nameOf(SAID_KIND_NAMES[saidIn])} · `}
          <Marked text={snippet} words={words} />
        </span>
      )}
    </span>
  )
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

function NextDue({ row }: { row: QueueRow }) {
  const nameOf = useName()
  if (row.nextDueAt === null) return <span className={styles.faint}>—</span>
  return (
    <span>
      <Countdown dueAt={row.nextDueAt} />{' '}
      {row.what === 'case' && row.nextClock !== null && (
        <span className={styles.faint}>{nameOf(CLOCK_KIND_NAMES[row.nextClock])}</span>
      )}
    </span>
  )
}
