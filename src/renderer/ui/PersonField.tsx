import { Select, type SelectProps } from '@mantine/core'
import type { UserId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { useQuery } from '../use-query.ts'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: UserId | null
  onChange: (id: UserId | null) => void
}

/** Chooses one of the people who work with cases. */
export function PersonField({ value, onChange, ...rest }: Props) {
  const u = useT('ui')
  const { data = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const people = data.filter((user) => user.role !== 'admin')
  return (
    <Select
      searchable
      data={people.map((user) => ({ value: user.id, label: `${user.name} · ${u(`roles.${user.role}`)}` }))}
      value={value}
      onChange={(id) => onChange(people.find((user) => user.id === id)?.id ?? null)}
      {...rest}
    />
  )
}
