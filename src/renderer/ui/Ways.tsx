import { Button } from '@mantine/core'

type Props<T extends string> = {
  ways: readonly { id: T; label: string }[]
  /** Whose form is open. */
  doing: T | null
  onChange: (doing: T | null) => void
}

/** What can be done here, one button each: pressed while its form is open, and pressed again to close it. */
export function Ways<T extends string>({ ways, doing, onChange }: Props<T>) {
  return ways.map(({ id, label }) => (
    <Button
      key={id}
      size="compact-xs"
      variant="default"
      aria-pressed={doing === id}
      onClick={() => onChange(doing === id ? null : id)}
    >
      {label}
    </Button>
  ))
}
