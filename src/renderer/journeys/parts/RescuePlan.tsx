import { Button } from '@mantine/core'
import type { JourneyEmergency } from '../../../shared/journeys/model.ts'
import { SERVICE_KIND_NAMES } from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from './journeys.module.css'

/** What the card says is to be done and whom it says to call, with those who serve on the trip. */
export function RescuePlan({ emergency }: { emergency: JourneyEmergency }) {
  const t = useT('journeys')
  const nameOf = useName()
  const act = useCommand('journeys.act')
  const { id, plan, openSteps, state } = emergency
  const { cardTitle, cardVersion, steps, contacts } = plan
  const isOpen = state !== 'ended'
  const wordsOf = ({ zh, en }: { zh: string; en: string }) => nameOf({ zh, en: en === '' ? zh : en })
  const log = async (entry: { actionKind: 'step' | 'call'; step?: number; text: string }) => {
    const logged = await act.run({ id, ...entry })
    if (logged.ok) tellDone(t('saved'))
  }
  return (
    <div>
      <h4 className={styles.heading}>{t('emergency.rescue')}</h4>
      {contacts.length === 0 && steps.every(({ call }) => call.zh === '') && (
        <div className={record.faint}>{t('emergency.noRescue')}</div>
      )}
      <ul className={styles.list} aria-label={t('emergency.rescue')}>
        {contacts.map(({ role, name, contact }) => (
          <li key={`${role} ${name}`}>
            <div className={flow.line}>
              <span className={styles.kind}>{nameOf(SERVICE_KIND_NAMES[role])}</span>
              <span>{name}</span>
              <span className="num">{contact}</span>
              {isOpen && (
                <span className={styles.push}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${t('emergency.logCall')} ${name}`}
                    loading={act.isBusy}
                    onClick={() => void log({ actionKind: 'call', text: `${name} ${contact}` })}
                  >
                    {t('emergency.logCall')}
                  </Button>
                </span>
              )}
            </div>
          </li>
        ))}
      </ul>
      <h4 className={styles.heading}>{t('emergency.plan')}</h4>
      {cardTitle === null ? (
        <div className={record.faint}>{t('emergency.noPlan')}</div>
      ) : (
        <div className={record.faint}>
          {t('emergency.cardOf', { title: wordsOf(cardTitle), version: cardVersion ?? 1 })}
        </div>
      )}
      <ol className={styles.steps} aria-label={t('emergency.plan')}>
        {steps.map((step, i) => (
          <li key={step.zh}>
            <div className={flow.line}>
              <span>{wordsOf(step)}</span>
              {step.call.zh !== '' && <strong>{t('emergency.call', { who: wordsOf(step.call) })}</strong>}
              {!openSteps.includes(i + 1) && <StateBadge tone="good" label={t('emergency.isDone')} />}
              {isOpen && openSteps.includes(i + 1) && (
                <span className={styles.push}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`${t('emergency.stepDone')} ${i + 1}`}
                    loading={act.isBusy}
                    onClick={() => void log({ actionKind: 'step', step: i + 1, text: wordsOf(step) })}
                  >
                    {t('emergency.stepDone')}
                  </Button>
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}
