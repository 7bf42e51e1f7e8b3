import { MultiSelect } from '@mantine/core'
import type { UserId } from '../../shared/ids.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { useQuery } from '../use-query.ts'

type Props = { label: string; value: readonly UserId[]; onChange: (people: UserId[]) => void }

/** Chooses several of the people one leads; a manager leads everybody. */
export function TeamField({ label, value, onChange }: Props) {
  const u = useT('ui')
  const me = useSession((state) => state.user)
  const { data = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const people = data.filter(({ role, leadId }) => role !== 'admin' && (me?.role === 'manager' || leadId === me?.id))
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
