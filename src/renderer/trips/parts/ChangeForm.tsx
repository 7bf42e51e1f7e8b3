import { NumberInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Day } from '../../../shared/time.ts'
import type { TripFile } from '../../../shared/trips/model.ts'
import { CHANGE_ORIGIN_NAMES, type ChangeOrigin } from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

const FIELDS = ['reason', 'before', 'after'] as const

/** Records what changes in the itinerary and why; the notice to the customer follows from it (S4-13). */
export function ChangeForm({ trip, onDone }: { trip: TripFile; onDone: () => void }) {
  const t = useT('trips')
  const nameOf = useName()
  const [origin, setOrigin] = useState<ChangeOrigin>('supplier')
  const [said, setSaid] = useState({ reason: '', before: '', after: '' })
  const [costFen, setCost] = useState(0)
  const [days, setDays] = useState<{ startsOn: Day | null; endsOn: Day | null }>({
    startsOn: trip.startsOn,
    endsOn: trip.endsOn,
  })
  const alter = useCommand('trips.alter', { quiet: true })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const moved = {
      ...(days.startsOn === null ? {} : { startsOn: days.startsOn }),
      ...(days.endsOn === null ? {} : { endsOn: days.endsOn }),
    }
    const about = { id: trip.id, origin, ...said, costFen, ...moved, expectedSeq: trip.lastSeq }
    if (!(await alter.run(about)).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('change.add')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('change.origin')}
        data={choicesOf(CHANGE_ORIGIN_NAMES, nameOf)}
        value={origin}
        onChange={setOrigin}
      />
      {FIELDS.map((field) => (
        <TextArea
          keep={{ kind: 'trips-change-form', subject: `${trip.id} ${field}` }}
          key={field}
          minRows={1}
          label={t(`change.${field}`)}
          withAsterisk
          value={said[field]}
          error={alter.fieldErrors[field]}
          onChange={(event) => setSaid({ ...said, [field]: event.currentTarget.value })}
        />
      ))}
      <NumberInput
        hideControls
        decimalScale={2}
        prefix="¥"
        label={t('change.cost')}
        value={costFen / 100}
        onChange={(typed) => setCost(typeof typed === 'number' ? Math.round(typed * 100) : 0)}
      />
      <DayField
        label={t('fields.startsOn')}
        value={days.startsOn}
        onChange={(startsOn) => setDays({ ...days, startsOn })}
      />
      <DayField label={t('fields.endsOn')} value={days.endsOn} onChange={(endsOn) => setDays({ ...days, endsOn })} />
      <FormEnds
        save={t('change.add')}
        failure={alter.failure}
        isBusy={alter.isBusy}
        isReady={FIELDS.every((field) => said[field].trim() !== '')}
        onCancel={onDone}
      />
    </form>
  )
}
