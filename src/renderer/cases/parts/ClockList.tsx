import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { CaseView, ClockView } from '../../../shared/cases/views.ts'
import { CLOCK_KIND_NAMES } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { dateTimeText, durationText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { CLOCK_TONES } from '../tones.ts'
import { ClockExplanation } from './ClockExplanation.tsx'
import styles from './page.module.css'

/** Every promise of the case: what is left or how it ended, by which rule, on which calendar. */
export function ClockList({ view }: { view: CaseView }) {
  return (
    <ul className={styles.clocks}>
      {view.clocks.map((clock) => (
        <li key={clock.id} data-clock={clock.kind}>
          <Clock view={view} clock={clock} />
        </li>
      ))}
    </ul>
  )
}

function Clock({ view, clock }: { view: CaseView; clock: ClockView }) {
  const t = useT('cases')
  const nameOf = useName()
  const [isOpen, setOpen] = useState(false)
  const isLate = clock.state === 'breached' && clock.stoppedAt === null
  const isRunning = clock.state === 'running' || isLate
  return (
    <>
      <UnstyledButton
        className={styles.clock}
        aria-expanded={isOpen}
        title={t('why.open')}
        onClick={() => setOpen(!isOpen)}
      >
        <strong>{nameOf(CLOCK_KIND_NAMES[clock.kind])}</strong>
        {clock.round > 1 && <span className={styles.faint}>{t('page.round', { round: clock.round })}</span>}
        <span className={styles.push}>
          {clock.state !== 'running' && (
            <StateBadge tone={CLOCK_TONES[clock.state]} label={t(`clock.states.${clock.state}`)} />
          )}
          {isRunning && <Countdown dueAt={clock.dueAt} warnAt={warnAt(clock)} />}
        </span>
        <IconChevronDown size={14} aria-hidden data-open={isOpen || undefined} className={styles.chevron} />
      </UnstyledButton>
      <div className={styles.faint}>
        {useEnding(clock)} · {nameOf(clock.ruleName)} · {nameOf(clock.calendarName)}
      </div>
      {clock.isProvisional && (
        <div className={styles.provisional}>
          <IconAlertTriangle size={13} aria-hidden /> {t('clock.provisional')}
        </div>
      )}
      {isOpen && <ClockExplanation view={view} clock={clock} />}
    </>
  )
}

/** Amber from three quarters of the limit on, as the first warning that reaches the owner. */
const warnAt = ({ startedAt, dueAt }: ClockView) => dueAt - (dueAt - startedAt) / 4

function useEnding(clock: ClockView): string {
  const t = useT('cases')
  const { state, dueAt, stoppedAt } = clock
  switch (state) {
    case 'running':
      return t('clock.due', { time: dateTimeText(dueAt) })
    case 'paused':
      return t('clock.paused', { time: durationText(clock.remainingMs) })
    case 'met':
      return t('clock.met', { time: dateTimeText(stoppedAt ?? dueAt) })
    case 'breached':
      if (stoppedAt === null) return t('clock.breached', { time: dateTimeText(dueAt) })
      return t('clock.late', { time: dateTimeText(stoppedAt), by: durationText(stoppedAt - dueAt) })
    case 'cancelled':
      return t('clock.cancelled')
  }
}
