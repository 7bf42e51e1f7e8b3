import { Button } from '@mantine/core'
import { useState } from 'react'
import type { LiabilityView, MeasureView } from '../../../shared/liability/model.ts'
import { MEASURE_KIND_NAMES } from '../../../shared/liability/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Countdown } from '../../ui/Countdown.tsx'
import { useClasses } from '../../ui/classes.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { MeasureForm } from './MeasureForm.tsx'

/** S2-91..96: what follows from the finding, with what is still to be done. */
export function Measures({ view }: { view: LiabilityView }) {
  const t = useT('liability')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <h3 className={styles.part}>{t('measures')}</h3>
      <ul className={styles.list}>
        {view.measures.map((measure) => (
          <li key={measure.id}>
            <Measure measure={measure} view={view} />
          </li>
        ))}
      </ul>
      {isAdding ? (
        <MeasureForm view={view} onClose={() => setAdding(false)} />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
          {t('actions.measure')}
        </Button>
      )}
    </>
  )
}

function Measure({ measure, view }: { measure: MeasureView; view: LiabilityView }) {
  const t = useT('liability')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const { kind, text, department, person, responsibleName, dueAt, doneAt, verifiedAt } = measure
  const isRectification = kind === 'rectification'
  const who = [department && namedBy(deskNames, department, nameOf), person, responsibleName]
    .filter(Boolean)
    .join(' · ')
  const state = verifiedAt !== null ? 'verified' : doneAt !== null ? 'done' : 'open'
  const tone = state === 'verified' ? 'good' : state === 'done' ? 'info' : 'warn'
  return (
    <>
      <div className={styles.line}>
        <strong>{nameOf(MEASURE_KIND_NAMES[kind])}</strong>
        <span className={styles.faint}>{who}</span>
        {isRectification && <StateBadge tone={tone} label={t(`states.${state}`)} />}
        <span className={styles.push}>
          {isRectification && dueAt !== null && verifiedAt === null ? (
            <Countdown dueAt={dueAt} />
          ) : (
            <InstantText at={verifiedAt ?? measure.createdAt} />
          )}
        </span>
      </div>
      <div className={styles.text}>{text}</div>
      {measure.doneText && doneAt !== null && (
        <div className={styles.faint}>
          {t('doneNote', { name: measure.doneByName ?? '' })} · {measure.doneText}
        </div>
      )}
      {measure.verifiedText && (
        <div className={styles.faint}>
          {t('verifiedNote', { name: measure.verifiedByName ?? '' })} · {measure.verifiedText}
        </div>
      )}
      {isRectification && verifiedAt === null && <RectificationAct measure={measure} mayVerify={view.may.verify} />}
    </>
  )
}

/** S2-93 S2-94: reporting that it was carried out, and another person's look at it. */
export function RectificationAct({ measure, mayVerify }: { measure: MeasureView; mayVerify: boolean }) {
  const t = useT('liability')
  const me = useSession((state) => state.user?.id)
  const done = useCommand('liability.measureDone')
  const verify = useCommand('liability.verify')
  const [isShown, setShown] = useState(false)
  const { id: measureId, doneAt } = measure
  const isMine = me === measure.doneById || me === measure.responsibleId
  if (doneAt !== null && (!mayVerify || isMine)) return null
  const label = doneAt === null ? t('asks.done') : t('asks.verify')
  if (!isShown)
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setShown(true)}>
        {label}
      </Button>
    )
  const tell = (ok: boolean) => {
    if (ok) tellDone(t('said.measure'))
    return ok
  }
  const report = async (text: string) => tell((await done.run({ measureId, text })).ok)
  const look = (isEffective: boolean) => async (text: string) =>
    tell((await verify.run({ measureId, isEffective, text })).ok)
  const { isBusy } = verify
  return (
    <TextAct
      label={label}
      keep={{ kind: 'liability-measure', subject: `${measureId} ${doneAt === null ? 0 : 1}` }}
      buttons={
        doneAt === null
          ? [{ label: t('actions.done'), onSend: report, isBusy: done.isBusy, isMain: true }]
          : [
              { label: t('actions.notEffective'), onSend: look(false), isBusy },
              { label: t('actions.effective'), onSend: look(true), isBusy, isMain: true },
            ]
      }
    />
  )
}
