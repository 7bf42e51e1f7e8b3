import { Button } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ImprovementMeasure, ImprovementSheet } from '../../../shared/improvements/model.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './improvements.module.css'

type Props = { sheet: ImprovementSheet }

/** What is to be done, by whom and when, and what came of each (S2-129, S2-130). */
export function Measures({ sheet }: Props) {
  const t = useT('improvements')
  const me = useSession((state) => state.user?.id)
  const [form, setForm] = useState<string | null>(null)
  const isWorkedOn = sheet.state === 'accepted' || sheet.state === 'inProgress'
  const mayRecord = (measure: ImprovementMeasure) =>
    measure.doneDay === null && isWorkedOn && (sheet.mayWork || measure.ownerId === me)
  return (
    <>
      {sheet.measures.length === 0 && <div className={record.faint}>{t('measure.none')}</div>}
      <ol className={record.list}>
        {sheet.measures.map((measure) => (
          <li key={measure.id}>
            <div className={record.line}>
              <span className={styles.text}>{measure.text}</span>
              {mayRecord(measure) && (
                <Button
                  className={record.push ?? ''}
                  size="compact-sm"
                  variant="default"
                  onClick={() => setForm(form === measure.id ? null : measure.id)}
                >
                  {t('measure.done')}
                </Button>
              )}
            </div>
            <MeasureLine measure={measure} />
            {form === measure.id && <ResultForm id={sheet.id} measureId={measure.id} onDone={() => setForm(null)} />}
          </li>
        ))}
      </ol>
      {sheet.mayWork && form !== 'new' && (
        <div className={record.actions}>
          <Button size="compact-sm" variant="default" onClick={() => setForm('new')}>
            {t('measure.add')}
          </Button>
        </div>
      )}
      {sheet.mayWork && form === 'new' && <NewMeasure sheet={sheet} onDone={() => setForm(null)} />}
    </>
  )
}

function MeasureLine({ measure }: { measure: ImprovementMeasure }) {
  const t = useT('improvements')
  const { doneDay, doneByName, result, dueDay, ownerName } = measure
  const words =
    doneDay === null
      ? t('measure.dueBy', { name: ownerName, day: dayText(dueDay) })
      : t('measure.doneBy', { day: dayText(doneDay), name: doneByName ?? '', result: result ?? '' })
  const isLate = doneDay === null && dueDay < today()
  return <div className={isLate ? styles.late : record.faint}>{words}</div>
}

function NewMeasure({ sheet, onDone }: Props & { onDone: () => void }) {
  const t = useT('improvements')
  const [ownerId, setOwner] = useState<UserId | null>(sheet.ownerId)
  const [dueDay, setDue] = useState<Day | null>(sheet.dueDay)
  const { run, isBusy } = useCommand('improvements.addMeasure')
  const onSend = async (text: string) => {
    if (ownerId === null || dueDay === null) return false
    const done = await run({ id: sheet.id, text, ownerId, dueDay })
    if (!done.ok) return false
    tellDone(t('saved'))
    onDone()
    return true
  }
  return (
    <TextAct
      keep={{ kind: 'improvements-new-measure-text', subject: sheet.id }}
      label={t('measure.text')}
      isReady={ownerId !== null && dueDay !== null}
      buttons={[{ label: t('measure.add'), onSend, isBusy, isMain: true }]}
    >
      <PersonField label={t('measure.owner')} value={ownerId} onChange={setOwner} />
      <DayField label={t('measure.due')} value={dueDay} onChange={setDue} />
    </TextAct>
  )
}

function ResultForm({ id, measureId, onDone }: { id: string; measureId: string; onDone: () => void }) {
  const t = useT('improvements')
  const u = useT('ui')
  const [doneDay, setDay] = useState<Day>(today())
  const { run, isBusy } = useCommand('improvements.measureDone')
  const onSend = async (result: string) => {
    const done = await run({ id, measureId, result, doneDay })
    if (!done.ok) return false
    tellDone(t('saved'))
    onDone()
    return true
  }
  return (
    <TextAct
      keep={{ kind: 'improvements-result-form-save', subject: measureId }}
      label={t('measure.result')}
      buttons={[{ label: u('actions.save'), onSend, isBusy, isMain: true }]}
    >
      <DayField label={t('measure.doneDay')} value={doneDay} max={today()} onChange={(day) => setDay(day ?? doneDay)} />
    </TextAct>
  )
}
