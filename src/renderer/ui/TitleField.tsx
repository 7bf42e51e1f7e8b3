import { TextInput } from '@mantine/core'

type Props = { label: string; value: string; onChange: (title: string) => void }

/** What a new thing is called: asked first in its dialog, never empty, at most 120 characters. */
export function TitleField({ label, value, onChange }: Props) {
  return (
    <TextInput
      required
      data-autofocus
      maxLength={120}
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
