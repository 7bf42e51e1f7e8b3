import { Collapse, Stack, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import type { FormPart } from './form-part.ts'
import styles from './new-case.module.css'

const CODES = ['ticketNo', 'pnr', 'baggageTag', 'staffConcerned'] as const
const ALL = ['flightNo', 'flightDay', 'route', ...CODES] as const

/** Flight, ticket, baggage and staff concerned (S1-27); open as soon as the matter is about a flight. */
export function FlightFields({ form, set, errors }: FormPart) {
  const t = useT('cases')
  const isUsed = ALL.some((field) => form[field] !== '' || errors[field])
  const isAbout = /^(flight|baggage|ticket)/.test(form.category ?? '')
  const [isOpen, setOpen] = useState(isUsed)
  const isShown = isOpen || isUsed || isAbout
  const field = (name: 'flightNo' | 'route' | (typeof CODES)[number]) => (
    <TextInput
      key={name}
      label={t(`form.${name}`)}
      maxLength={40}
      value={form[name]}
      error={errors[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <div>
      <UnstyledButton className={styles.fold} aria-expanded={isShown} onClick={() => setOpen(!isOpen)}>
        <IconChevronDown size={14} aria-hidden data-open={isShown || undefined} />
        {t('form.details')}
      </UnstyledButton>
      <Collapse expanded={isShown}>
        <Stack gap="xs">
          <FieldRow columns={3}>
            {field('flightNo')}
            <DayField
              label={t('form.flightDay')}
              value={form.flightDay === '' ? null : form.flightDay}
              error={errors.flightDay}
              onChange={(day) => set({ flightDay: day ?? '' })}
            />
            {field('route')}
          </FieldRow>
          <FieldRow columns={4}>{CODES.map(field)}</FieldRow>
        </Stack>
      </Collapse>
    </div>
  )
}
