import { NumberInput, type NumberInputProps } from '@mantine/core'

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'decimalScale'> & {
  value: number | null
  onChange: (value: number | null) => void
}

/** A figure of any unit with at most two decimals; null while it is empty. */
export function FigureField({ value, onChange, ...rest }: Props) {
  return (
    <NumberInput
      hideControls
      decimalScale={2}
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
      {...rest}
    />
  )
}
