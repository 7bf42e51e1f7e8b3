import { Select, type SelectProps } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: string | null
  onChange: (id: string | null) => void
}

/** Chooses one of the people who work with cases. */
export function UserField({ value, onChange, ...rest }: Props) {
  const u = useT('ui')
  const { data = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const people = data
    .filter((user) => user.role !== 'admin')
    .map((user) => ({ value: user.id, label: `${user.name} · ${u(`roles.${user.role}`)}` }))
  return <Select searchable data={people} value={value} onChange={onChange} {...rest} />
}
