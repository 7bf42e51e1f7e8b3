import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'

type Seeking = { text: string; setText: (text: string) => void; sought: string }

/** What is typed to find one thing by, and what is looked for: the words before the first ` · ` once the typing rests. */
export function useSeeking(startWith = ''): Seeking {
  const [text, setText] = useState(startWith)
  const [sought] = useDebouncedValue(text.split(' · ')[0] ?? '', 200)
  return { text, setText, sought }
}

type Props<T extends string> = {
  seeking: Seeking
  label: string
  hint: string
  nothingFound: string
  options: { value: T; label: string }[]
  value: T | null
  onChange: (value: T | null) => void
}

/** Chooses one of what the desk found for the typed words. */
export function FoundSelect<T extends string>(props: Props<T>) {
  const { seeking, label, hint, nothingFound, options, value, onChange } = props
  return (
    <Select
      label={label}
      description={hint}
      data={options}
      value={value}
      onChange={(id) => onChange(options.find((option) => option.value === id)?.value ?? null)}
      searchValue={seeking.text}
      onSearchChange={seeking.setText}
      filter={({ options: all }) => all}
      nothingFoundMessage={seeking.sought === '' ? undefined : nothingFound}
      searchable
      clearable
      required
    />
  )
}
