import { Anchor } from '@mantine/core'
import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import type { MemberOverview } from '../../../shared/members/overview.ts'
import { useT } from '../../i18n/use-t.ts'
import { Countdown } from '../../ui/Countdown.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import { openCase } from '../open.ts'
import styles from './overview.module.css'

/** What the desk owes the member: open cases and promises, each with its clock. */
export function OwedBlock({ overview: { openCases, promises } }: { overview: MemberOverview }) {
  const t = useT('people')
  const nameOf = useName()
  return (
    <Section title={t('overview.owed')}>
      {openCases.length + promises.length === 0 && <span className={styles.dim}>{t('overview.nothingOwed')}</span>}
      <ul className={styles.rows}>
        {openCases.map(({ id, number, kind, title, nextDueAt }) => (
          <li key={id} className={styles.row}>
            <Anchor component="button" type="button" size="xs" onClick={() => openCase(id)}>
              {nameOf(CASE_KIND_NAMES[kind])} {number}
            </Anchor>
            <span className={styles.grow} title={title}>
              {title}
            </span>
            {nextDueAt !== null && <Countdown dueAt={nextDueAt} />}
          </li>
        ))}
        {promises.map(({ id, text, dueAt, ownerName, caseId, caseNumber }) => (
          <li key={id} className={styles.row}>
            <strong>{t('overview.promise')}</strong>
            <span className={styles.grow} title={text}>
              {text || '—'} <span className={styles.dim}>{ownerName}</span>
            </span>
            {caseId !== null && (
              <Anchor component="button" type="button" size="xs" onClick={() => openCase(caseId)}>
                {caseNumber}
              </Anchor>
            )}
            <Countdown dueAt={dueAt} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
