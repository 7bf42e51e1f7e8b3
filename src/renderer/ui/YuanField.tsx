import { NumberInput, type NumberInputProps } from '@mantine/core'

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'prefix' | 'decimalScale' | 'min'> & {
  /** In fen; null while the field is empty. */
  value: number | null
  onChange: (fen: number | null) => void
}

/** An amount of money, typed in yuan and held in whole fen. */
export function YuanField({ value, onChange, ...rest }: Props) {
  return (
    <NumberInput
      hideControls
      min={0}
      decimalScale={2}
      prefix="¥"
      thousandSeparator=","
      value={value === null ? '' : value / 100}
      onChange={(typed) => onChange(typeof typed === 'number' ? Math.round(typed * 100) : null)}
      {...rest}
    />
  )
}
