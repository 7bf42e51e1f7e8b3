import { TextInput, type TextInputProps } from '@mantine/core'
import { useState } from 'react'
import type { Instant } from '../../shared/time.ts'

const DESK_OFFSET = 8 * 3_600_000

const toText = (at: Instant | null) => (at === null ? '' : new Date(at + DESK_OFFSET).toISOString().slice(0, 16))

function toInstant(text: string): Instant | null {
  const at = Date.parse(`${text}:00+08:00`)
  return Number.isNaN(at) ? null : at
}

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type'> & {
  value: Instant | null
  onChange: (at: Instant | null) => void
}

/** A date and time in desk time; null while it is empty or not whole. */
export function MomentField({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState(toText(value))
  const shown = value !== null && toInstant(typed) !== value ? toText(value) : typed
  return (
    <TextInput
      type="datetime-local"
      max="9999-12-31T23:59"
      value={shown}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        onChange(toInstant(event.currentTarget.value))
      }}
      {...rest}
    />
  )
}
