import { NumberInput } from '@mantine/core'

type Props = { label: string; value: number; min: number; max: number; onChange: (value: number) => void }

/** A whole number between two others; what is typed beyond them is brought back to them. */
export function WholeNumber({ label, value, min, max, onChange }: Props) {
  return (
    <NumberInput
      label={label}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={(given) => {
        if (given !== '') onChange(Math.round(Number(given)))
      }}
    />
  )
}
