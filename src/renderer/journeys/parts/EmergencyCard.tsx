import { Anchor, Button } from '@mantine/core'
import { useState } from 'react'
import type { JourneyEmergency } from '../../../shared/journeys/model.ts'
import {
  ACTION_KIND_NAMES,
  EMERGENCY_KIND_NAMES,
  EMERGENCY_STATE_NAMES,
  type EmergencyState,
} from '../../../shared/journeys/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { Timeline } from '../../ui/Timeline.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { EMERGENCY_TONES } from '../tones.ts'
import styles from './journeys.module.css'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RescuePlan } from './RescuePlan.tsx'

/** One emergency: its plan beside its log, to its end. */
export function EmergencyCard({ emergency }: { emergency: JourneyEmergency }) {
  const t = useT('journeys')
  const nameOf = useName()
  const { kind, what, place, state, openedAt, openedByName, caseId, caseNumber, actions } = emergency
  const name = nameOf(EMERGENCY_KIND_NAMES[kind])
  return (
    <section className={styles.card} aria-label={name}>
      <div className={flow.line}>
        <strong>{name}</strong>
        <StateBadge tone={EMERGENCY_TONES[state]} label={nameOf(EMERGENCY_STATE_NAMES[state])} />
        {place !== '' && <span>{place}</span>}
        <span className={record.faint}>
          {t('emergency.since', { name: openedByName, time: dateTimeText(openedAt) })}
        </span>
        {caseId !== null && (
          <Anchor component="button" type="button" onClick={() => go('cases', { id: caseId })}>
            {t('emergency.openCase', { number: caseNumber ?? '' })}
          </Anchor>
        )}
        {state !== 'ended' && <Moves emergency={emergency} />}
      </div>
      <p className={flow.text}>{what}</p>
      <div className={styles.columns}>
        <RescuePlan emergency={emergency} />
        <div>
          <h4 className={styles.heading}>{t('emergency.log')}</h4>
          <Timeline
            label={t('emergency.log')}
            items={actions.map(({ seq, kind: act, step, text, at, byName }) => ({
              ...{ key: String(seq), at, by: byName, body: text },
              title: `${nameOf(ACTION_KIND_NAMES[act])}${step === null ? '' : ` ${t('emergency.step', { step })}`}`,
              tone: act === 'opened' ? 'bad' : act === 'moved' ? 'info' : 'good',
            }))}
          />
          {state !== 'ended' && <LogAct id={emergency.id} />}
        </div>
      </div>
    </section>
  )
}

function LogAct({ id }: { id: string }) {
  const t = useT('journeys')
  const act = useCommand('journeys.act')
  const send = async (text: string) => {
    const sent = await act.run({ id, actionKind: 'action', text })
    if (sent.ok) tellDone(t('saved'))
    return sent.ok
  }
  return (
    <TextAct
      keep={{ kind: 'journeys-log-act-action', subject: id }}
      label={t('emergency.action')}
      buttons={[{ label: t('emergency.save'), onSend: send, isBusy: act.isBusy, isMain: true }]}
    />
  )
}

function Moves({ emergency: { id, state } }: { emergency: JourneyEmergency }) {
  const t = useT('journeys')
  const nameOf = useName()
  const [to, setTo] = useState<EmergencyState | null>(null)
  const move = useCommand('journeys.moveEmergency', { quiet: true })
  return (
    <span className={styles.push}>
      {state === 'open' ? (
        <Button size="compact-xs" variant="default" onClick={() => setTo('controlled')}>
          {t('emergency.control')}
        </Button>
      ) : (
        <Button size="compact-xs" variant="default" onClick={() => setTo('open')}>
          {t('emergency.reopen')}
        </Button>
      )}
      <Button size="compact-xs" onClick={() => setTo('ended')}>
        {t('emergency.end')}
      </Button>
      {to !== null && (
        <ReasonDialog
          title={t('emergency.moveTitle', { state: nameOf(EMERGENCY_STATE_NAMES[to]) })}
          label={t('emergency.text')}
          keep={{ kind: 'journeys-emergency-move', subject: `${id} ${to}` }}
          save={move}
          onSave={async (text) => {
            const moved = await move.run({ id, state: to, text })
            if (moved.ok) tellDone(t('saved'))
            return moved.ok
          }}
          onClose={() => setTo(null)}
        />
      )}
    </span>
  )
}
