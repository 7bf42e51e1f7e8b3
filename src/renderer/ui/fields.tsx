import { SimpleGrid, TextInput, type TextInputProps } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Day } from '../../shared/time.ts'

type DayProps = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  value: Day | null
  onChange: (day: Day | null) => void
}

/** A calendar day, typed or picked with the system's own calendar. */
export function DayField({ value, onChange, ...rest }: DayProps) {
  return (
    <TextInput
      type="date"
      max="9999-12-31"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
      {...rest}
    />
  )
}

/** Fields side by side. */
export function FieldRow({ columns = 2, children }: { columns?: number; children: ReactNode }) {
  return (
    <SimpleGrid cols={columns} spacing="sm" verticalSpacing="xs">
      {children}
    </SimpleGrid>
  )
}
