import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { TripFile, TripOption } from '../../../shared/trips/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KeptAbout } from '../../drafts/kept-about.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import { FormEnds } from './FormEnds.tsx'

type Draft = Pick<TripOption, 'name' | 'sights' | 'stay' | 'transport' | 'meals'> & {
  key: number
  priceFen: number | null
}

const EMPTY = { name: '', sights: '', stay: '', transport: '', meals: '', priceFen: null }
const PARTS = ['sights', 'stay', 'transport', 'meals'] as const
const MOST = 6

/** Writes a version: its options, each with sights, hotel, transport, meals and price (S4-54). A later one begins as the one before. */
export function ProposeForm({ trip, onDone }: { trip: TripFile; onDone: () => void }) {
  const t = useT('trips')
  const [last] = trip.proposals
  const [basis, setBasis] = useState('')
  const [options, setOptions] = useState<Draft[]>(
    last ? last.options.map((one, key) => ({ ...pick(one), key })) : [{ ...EMPTY, key: 0 }],
  )
  const propose = useCommand('trips.propose', { quiet: true })
  const put = (key: number, part: Partial<Draft>) =>
    setOptions(options.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const isReady =
    options.every((one) => one.priceFen !== null && one.name.trim() !== '') && (!last || basis.trim() !== '')
  const save = async (event: FormEvent) => {
    event.preventDefault()
    const written = options.map(({ key: _, priceFen, ...one }) => ({ ...one, priceFen: priceFen ?? 0 }))
    if (!(await propose.run({ id: trip.id, basis, options: written, expectedSeq: trip.lastSeq })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  const nextKey = Math.max(-1, ...options.map(({ key }) => key)) + 1
  const title = t(last ? 'proposal.addVersion' : 'proposal.add')
  return (
    <form aria-label={title} noValidate onSubmit={(event) => void save(event)}>
      {last && (
        <TextArea
          keep={{ kind: 'trips-propose-form-basis', subject: trip.id }}
          label={t('proposal.basis')}
          withAsterisk
          minRows={1}
          value={basis}
          error={propose.fieldErrors.basis}
          onChange={(event) => setBasis(event.currentTarget.value)}
        />
      )}
      {options.map((one, place) => (
        <KeptAbout key={one.key} value={trip.id}>
          <OptionFields
            option={one}
            place={place + 1}
            errors={propose.fieldErrors}
            onChange={(part) => put(one.key, part)}
            onRemove={options.length > 1 ? () => setOptions(options.filter(({ key }) => key !== one.key)) : null}
          />
        </KeptAbout>
      ))}
      <div className={record.actions}>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} />}
          disabled={options.length >= MOST}
          onClick={() => setOptions([...options, { ...EMPTY, key: nextKey }])}
        >
          {t('proposal.addOption')}
        </Button>
      </div>
      <KeepLines kind="trips-propose-lines" subject={trip.id} />
      <FormEnds save={title} failure={propose.failure} isBusy={propose.isBusy} isReady={isReady} onCancel={onDone} />
    </form>
  )
}

const pick = ({ name, sights, stay, transport, meals, priceFen }: TripOption) => ({
  ...{ name, sights, stay, transport, meals, priceFen },
})

type FieldsProps = {
  option: Draft
  place: number
  errors: Record<string, string>
  onChange: (part: Partial<Draft>) => void
  onRemove: (() => void) | null
}

function OptionFields({ option, place, errors, onChange, onRemove }: FieldsProps) {
  const t = useT('trips')
  const errorOf = (field: string) => errors[`options.${place - 1}.${field}`]
  return (
    <fieldset className={record.form} aria-label={t('proposal.option', { place })}>
      <TextInput
        label={t('proposal.name')}
        withAsterisk
        value={option.name}
        error={errorOf('name')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
        rightSection={
          onRemove && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('proposal.removeOption', { place })}
              onClick={onRemove}
            >
              <IconTrash size={14} />
            </ActionIcon>
          )
        }
      />
      <YuanField
        label={t('proposal.price')}
        withAsterisk
        value={option.priceFen}
        error={errorOf('priceFen')}
        onChange={(priceFen) => onChange({ priceFen })}
      />
      {PARTS.map((field) => (
        <TextArea
          key={field}
          keep={{ kind: 'trips-option', subject: `${place} ${field}` }}
          minRows={1}
          label={t(`proposal.${field}`)}
          withAsterisk
          value={option[field]}
          error={errorOf(field)}
          onChange={(event) => onChange({ [field]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  )
}
