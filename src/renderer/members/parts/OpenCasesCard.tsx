import { Anchor } from '@mantine/core'
import { CASE_KIND_NAMES, PRIORITY_NAMES } from '../../../shared/cases/words.ts'
import type { OpenCase } from '../../../shared/members/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { useName } from '../../ui/use-name.ts'
import styles from '../members.module.css'
import { openCase } from '../open.ts'

const TONES: Record<OpenCase['priority'], Tone> = { p1: 'bad', p2: 'warn', p3: 'info', p4: 'neutral' }

/** What the desk still owes this member. */
export function OpenCasesCard({ cases }: { cases: readonly OpenCase[] }) {
  const t = useT('members')
  const nameOf = useName()
  return (
    <Section title={t('file.openCases')}>
      <ul className={styles.plain}>
        {cases.map(({ id, number, kind, title, priority, nextDueAt, ownerName }) => (
          <li key={id}>
            <div className={styles.line}>
              <Anchor component="button" type="button" size="sm" onClick={() => openCase(id)}>
                {nameOf(CASE_KIND_NAMES[kind])} {number}
              </Anchor>
              {nextDueAt !== null && <Countdown dueAt={nextDueAt} />}
            </div>
            <div className={styles.line}>
              <span>{title}</span>
              <span className={styles.dim}>
                {ownerName} <StateBadge tone={TONES[priority]} label={nameOf(PRIORITY_NAMES[priority])} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
