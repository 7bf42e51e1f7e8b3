import { Select, TextInput } from '@mantine/core'
import type { UserId } from '../../../shared/ids.ts'
import { ROLES, type Role } from '../../../shared/roles.ts'
import type { User } from '../../../shared/users/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FieldRow } from '../../ui/fields.tsx'

export type Person = { name: string; role: Role; leadId: UserId | null }

type Props = {
  value: Person
  onChange: (person: Person) => void
  people: readonly User[]
  errors: Record<string, string>
}

/** Name, role and lead: what adding and editing have in common. */
export function PersonFields({ value, onChange, people, errors }: Props) {
  const t = useT('users')
  const ui = useT('ui')
  const actorRole = useSession((state) => state.user?.role)
  const roles = ROLES.filter((role) => role !== 'manager' || actorRole === 'manager' || value.role === 'manager')
  const leads = people.filter((user) => user.status === 'active' && (user.role === 'lead' || user.role === 'manager'))
  return (
    <>
      <TextInput
        label={t('columns.name')}
        value={value.name}
        onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        error={errors.name}
        maxLength={60}
        data-autofocus
        required
      />
      <FieldRow>
        <Select
          label={t('columns.role')}
          data={roles.map((role) => ({ value: role, label: ui(`roles.${role}`) }))}
          value={value.role}
          onChange={(chosen) => onChange({ ...value, role: ROLES.find((role) => role === chosen) ?? value.role })}
          error={errors.role}
          required
        />
        <Select
          label={t('columns.lead')}
          placeholder={t('noLead')}
          data={leads.map((lead) => ({ value: String(lead.id), label: lead.name }))}
          value={value.leadId}
          onChange={(chosen) => onChange({ ...value, leadId: leads.find((lead) => lead.id === chosen)?.id ?? null })}
          error={errors.leadId}
          clearable
          searchable
        />
      </FieldRow>
    </>
  )
}
