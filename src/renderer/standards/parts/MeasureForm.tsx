import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { StandardView } from '../../../shared/standards/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { FigureField } from '../../ui/FigureField.tsx'
import { DayField } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'

/** S4-150: what was measured in a period; the desk works it out itself where the standard says so. */
export function MeasureForm({ row }: { row: StandardView }) {
  const t = useT('standards')
  const [fromDay, setFrom] = useState<Day | null>(row.due?.fromDay ?? null)
  const [toDay, setTo] = useState<Day | null>(row.due?.toDay ?? null)
  const [value, setValue] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const measure = useCommand('standards.measure')
  const isEntered = row.figure === 'entered'
  const isReady = fromDay !== null && toDay !== null && note.trim().length > 1 && (!isEntered || value !== null)
  const save = async () => {
    if (fromDay === null || toDay === null) return
    const done = await measure.run({ id: row.id, fromDay, toDay, value: isEntered ? value : null, note })
    if (!done.ok) return
    tellDone(t('saved'))
    setValue(null)
    setNote('')
  }
  return (
    <fieldset className={record.form} aria-label={t('parts.measure')}>
      <DayField required label={t('fields.from')} value={fromDay} onChange={setFrom} />
      <DayField required label={t('fields.to')} value={toDay} onChange={setTo} />
      {isEntered ? (
        <FigureField required label={t('fields.value')} suffix={` ${row.unit}`} value={value} onChange={setValue} />
      ) : (
        <TextInput readOnly label={t('fields.value')} value={t('computed')} />
      )}
      <TextInput
        required
        className={record.wide ?? ''}
        label={t('fields.note')}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <KeepLines kind="standards-measure-lines" subject={row.id} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button loading={measure.isBusy} disabled={!isReady} onClick={() => void save()}>
          {t('acts.measure')}
        </Button>
      </div>
    </fieldset>
  )
}
