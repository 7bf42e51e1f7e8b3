import { MultiSelect } from '@mantine/core'
import type { UserId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { useQuery } from '../use-query.ts'

type Props = { label: string; value: readonly UserId[]; onChange: (people: UserId[]) => void }

/** Chooses several of the people who work with cases. */
export function PeopleField({ label, value, onChange }: Props) {
  const u = useT('ui')
  const { data = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const people = data.filter((user) => user.role !== 'admin')
  return (
    <MultiSelect
      searchable
      label={label}
      data={people.map((user) => ({ value: user.id, label: `${user.name} · ${u(`roles.${user.role}`)}` }))}
      value={[...value]}
      onChange={(ids) => onChange(people.map(({ id }) => id).filter((id) => ids.some((one) => one === id)))}
    />
  )
}
