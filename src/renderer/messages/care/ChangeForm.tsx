import { useState } from 'react'
import type { CareRow } from '../../../shared/care/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import { type Measure, MeasureFields, wholeMeasure } from './MeasureFields.tsx'

/** S2-151: another measure in place of one, with the reason that is kept. */
export function ChangeForm({ row, onDone }: { row: CareRow; onDone: () => void }) {
  const t = useT('care')
  const { kind, reason, ownerId } = row
  const dueDay = row.dueDay > today() ? row.dueDay : today()
  const [measure, setMeasure] = useState<Measure>({ kind, reason, ownerId, dueDay })
  const change = useCommand('care.change')
  const whole = wholeMeasure(measure)
  const save = async (changeReason: string) => {
    if (whole === null) return false
    const { ok } = await change.run({ id: row.id, ...whole, changeReason })
    if (ok) {
      tellDone(t('acts.saved'))
      onDone()
    }
    return ok
  }
  return (
    <TextAct
      keep={{ kind: 'messages-change-form-change-reason', subject: row.id }}
      label={t('acts.changeReason')}
      isReady={whole !== null}
      buttons={[{ label: t('acts.saveChange'), onSend: save, isBusy: change.isBusy, isMain: true }]}
    >
      <MeasureFields value={measure} onChange={setMeasure} errors={change.fieldErrors} />
    </TextAct>
  )
}
