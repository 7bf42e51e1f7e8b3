import { NumberInput, Select, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { TripFile, TripNeed } from '../../../shared/trips/model.ts'
import type { SheetField } from '../../../shared/trips/sheet.ts'
import { LODGINGS, TRANSPORTS, TRIP_CHANNEL_NAMES, type TripChannel } from '../../../shared/trips/words.ts'
import { wishValueName } from '../../../shared/wishes/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

type Said = Pick<TripNeed, SheetField | 'note'>

/** One more conversation about what the customer wants; what is left empty stays as it was said before. */
export function NeedForm({ trip, onDone }: { trip: TripFile; onDone: () => void }) {
  const t = useT('trips')
  const nameOf = useName()
  const [channel, setChannel] = useState<TripChannel>(trip.channel)
  const [said, setSaid] = useState<Said>({
    ...{ destination: null, startsOn: null, endsOn: null, lodging: null, transport: null },
    ...{ budgetFen: null, travellers: null, note: '' },
  })
  const need = useCommand('trips.need', { quiet: true })
  const put = (part: Partial<Said>) => setSaid({ ...said, ...part })
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await need.run({ id: trip.id, channel, ...said })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  const choices = <V extends string>(topic: 'lodging' | 'transport', values: readonly V[]) =>
    values.map((value) => ({ value, label: nameOf(wishValueName(topic, value)) }))
  const errors = need.fieldErrors
  return (
    <form className={record.form} aria-label={t('needs.add')} noValidate onSubmit={(event) => void save(event)}>
      <ChoiceField
        label={t('fields.channel')}
        data={choicesOf(TRIP_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <TextInput
        label={t('fields.destination')}
        value={said.destination ?? ''}
        error={errors.destination}
        onChange={(event) => put({ destination: event.currentTarget.value || null })}
      />
      <DayField label={t('fields.startsOn')} value={said.startsOn} onChange={(startsOn) => put({ startsOn })} />
      <DayField
        label={t('fields.endsOn')}
        value={said.endsOn}
        error={errors.endsOn}
        onChange={(endsOn) => put({ endsOn })}
      />
      <Select
        clearable
        label={t('fields.transport')}
        data={choices('transport', TRANSPORTS)}
        value={said.transport}
        onChange={(transport) => put({ transport })}
      />
      <Select
        clearable
        label={t('fields.lodging')}
        data={choices('lodging', LODGINGS)}
        value={said.lodging}
        onChange={(lodging) => put({ lodging })}
      />
      <YuanField label={t('fields.budgetFen')} value={said.budgetFen} onChange={(budgetFen) => put({ budgetFen })} />
      <NumberInput
        label={t('fields.travellers')}
        min={1}
        max={999}
        allowDecimal={false}
        value={said.travellers ?? ''}
        onChange={(value) => put({ travellers: typeof value === 'number' ? value : null })}
      />
      <TextArea
        keep={{ kind: 'trips-need-form-note', subject: trip.id }}
        className={record.wide ?? ''}
        minRows={1}
        label={t('fields.note')}
        value={said.note}
        error={errors.note}
        onChange={(event) => put({ note: event.currentTarget.value })}
      />
      <KeepLines kind="trips-need-lines" subject={trip.id} />
      <FormEnds save={t('needs.add')} failure={need.failure} isBusy={need.isBusy} onCancel={onDone} />
    </form>
  )
}
