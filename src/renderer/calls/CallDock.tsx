import type { LiveCall } from '../../shared/calls/model.ts'
import { CALL_STATE_NAMES } from '../../shared/calls/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useName } from '../ui/use-name.ts'
import styles from './CallDock.module.css'
import { CallActions } from './parts/CallActions.tsx'
import { CallerPane } from './parts/CallerPane.tsx'
import { CallNotes } from './parts/CallNotes.tsx'
import { ConsultPane } from './parts/ConsultPane.tsx'
import { callerTitle } from './parts/caller-title.ts'
import { RecordForm } from './parts/RecordForm.tsx'
import { RingCounter } from './parts/RingCounter.tsx'

/** The call that is on, below every page: who it is, what to say, what was said, what to press. */
export function CallDock({ call }: { call: LiveCall }) {
  const t = useT('calls')
  const nameOf = useName()
  const isAnswered = call.answeredAt !== null
  const isLate = call.isInTime === false
  return (
    <section className={styles.dock} data-state={call.state} aria-label={t('dock.label')}>
      <div className="visually-hidden" role="status">
        {nameOf(CALL_STATE_NAMES[call.state])}: {callerTitle(call, t)}
      </div>
      <CallerPane call={call} />
      <div className={styles.middle}>
        <CallNotes call={call} />
        <ConsultPane call={call} />
        {call.state !== 'wrapUp' && call.direction === 'inbound' && (
          <div className={styles.greeting} data-large={!isAnswered || undefined}>
            {isLate && (
              <p className={styles.apology}>{t('dock.apology', { rings: call.rings, max: call.ring.maxRings })}</p>
            )}
            <p lang={call.greeting?.language} title={t('dock.greeting')}>
              {call.greeting?.text}
            </p>
          </div>
        )}
        {isAnswered ? <RecordForm call={call} /> : <RingCounter call={call} />}
      </div>
      {call.state !== 'wrapUp' && <CallActions call={call} />}
    </section>
  )
}
