import { Select } from '@mantine/core'

type Props<T extends string> = {
  label: string
  data: { value: T; label: string }[]
  value: T | null
  onChange: (value: T) => void
}

/** One of a list; what was chosen cannot be taken back to nothing. */
export function ChoiceField<T extends string>({ label, data, value, onChange }: Props<T>) {
  return (
    <Select
      label={label}
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(chosen) => {
        const one = data.find((each) => each.value === chosen)
        if (one) onChange(one.value)
      }}
    />
  )
}
