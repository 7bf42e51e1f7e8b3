import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Day } from '../../../shared/time.ts'
import type { LeakMeasure } from '../../../shared/trust/leaks.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField } from '../../ui/fields.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import type { LeakPart } from './LeakPanel.tsx'

/** S3-136: what is changed so that it does not happen again, by whom and until when, and what came of it. */
export function Measures(part: LeakPart) {
  const t = useT('leaks')
  return (
    <>
      <ul className={record.list} aria-label={t('parts.measures')}>
        {part.leak.measures.map((measure) => (
          <li key={measure.id}>
            {measure.text}
            <div className={measure.isLate ? record.late : record.faint}>
              {t('measureBy', { name: measure.responsibleName, day: measure.dueDay })}
            </div>
            <Outcome measure={measure} part={part} />
          </li>
        ))}
      </ul>
      {!part.isOver && <NewMeasure {...part} />}
    </>
  )
}

function Outcome({ measure, part }: { measure: LeakMeasure; part: LeakPart }) {
  const t = useT('leaks')
  const finish = useCommand('leaks.finishMeasure')
  if (measure.doneAt !== null)
    return (
      <div className={record.faint}>
        {t('doneAt', { at: dateTimeText(measure.doneAt), result: measure.result ?? '' })}
      </div>
    )
  const onSend = async (result: string) => {
    const done = await finish.run({ measureId: measure.id, result })
    if (done.ok) part.onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-outcome-finish', subject: measure.id }}
      label={t('fields.result')}
      buttons={[{ label: t('acts.finish'), onSend, isBusy: finish.isBusy }]}
    />
  )
}

function NewMeasure({ leak, onDone }: LeakPart) {
  const t = useT('leaks')
  const [responsibleId, setResponsible] = useState<UserId | null>(leak.responsibleId)
  const [dueDay, setDue] = useState<Day | null>(null)
  const add = useCommand('leaks.addMeasure')
  const onSend = async (text: string) => {
    if (responsibleId === null || dueDay === null) return false
    const done = await add.run({ id: leak.id, text, responsibleId, dueDay })
    if (done.ok) onDone()
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'trust-new-measure-measure', subject: leak.id }}
      label={t('fields.measure')}
      isReady={responsibleId !== null && dueDay !== null}
      buttons={[{ label: t('acts.measure'), onSend, isBusy: add.isBusy }]}
    >
      <PersonField label={t('fields.responsible')} value={responsibleId} onChange={setResponsible} />
      <DayField label={t('fields.due')} value={dueDay} onChange={setDue} />
    </TextAct>
  )
}
