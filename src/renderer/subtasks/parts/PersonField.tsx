import { Select, type SelectProps } from '@mantine/core'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { useQuery } from '../../use-query.ts'

type Props = Omit<SelectProps, 'data' | 'value' | 'onChange'> & {
  value: string | null
  onChange: (id: UserId | null) => void
}

/** One of the people of the desk besides oneself, or nobody in particular. */
export function PersonField({ value, onChange, ...rest }: Props) {
  const u = useT('ui')
  const me = useSession((state) => state.user?.id)
  const { data = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const people = data
    .filter((user) => user.role !== 'admin' && user.id !== me)
    .map((user) => ({ value: user.id, label: `${user.name} · ${u(`roles.${user.role}`)}` }))
  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': u('actions.clear') }}
      data={people}
      value={value}
      onChange={(id) => onChange(id as UserId | null)}
      {...rest}
    />
  )
}
