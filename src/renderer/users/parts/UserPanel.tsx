import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import type { User } from '../../../shared/users/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { confirmDialog } from '../../ui/confirm.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import type { OneTime } from './OneTimePassword.tsx'
import { newOneTimePassword } from './one-time.ts'
import { type Person, PersonFields } from './PersonFields.tsx'
import { UserStatus } from './UserStatus.tsx'

type Props = { user: User; people: readonly User[]; onOneTime: (shown: OneTime) => void; onClose: () => void }

function EditPerson({ user, people }: Pick<Props, 'user' | 'people'>) {
  const t = useT('users')
  const ui = useT('ui')
  const [person, setPerson] = useState<Person>({ name: user.name, role: user.role, leadId: user.leadId })
  const update = useCommand('users.update', { quiet: true })
  const isChanged = person.name !== user.name || person.role !== user.role || person.leadId !== user.leadId
  const submit = async () => {
    const result = await update.run({ id: user.id, ...person })
    if (result.ok) tellDone(t('done.updated'))
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) void submit()
      }}
    >
      <Stack gap="sm">
        <FailureAlert failure={update.failure} />
        <PersonFields
          value={person}
          onChange={setPerson}
          people={people.filter((one) => one.id !== user.id)}
          errors={update.fieldErrors}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={update.isBusy} disabled={!isChanged || person.name.trim() === ''}>
            {ui('actions.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function AccountActions({ user, onOneTime }: Pick<Props, 'user' | 'onOneTime'>) {
  const t = useT('users')
  const actor = useSession((state) => state.user)
  // The desk would refuse these anyway; what cannot be done is not offered.
  const isOutOfReach = actor?.id === user.id || (user.role === 'manager' && actor?.role !== 'manager')
  const disable = useCommand('users.disable')
  const enable = useCommand('users.enable')
  const reset = useCommand('users.resetPassword')
  const { id, name, login } = user

  const askDisable = async () => {
    const title = t('disableTitle', { name })
    if (!(await confirmDialog({ title, text: t('disableText'), confirm: t('disable'), danger: true }))) return
    const result = await disable.run({ id })
    if (result.ok) tellDone(t('done.disabled'))
  }
  const askEnable = async () => {
    const title = t('enableTitle', { name })
    if (!(await confirmDialog({ title, text: t('enableText'), confirm: t('enable') }))) return
    const password = newOneTimePassword()
    const result = await enable.run({ id, password })
    if (result.ok) onOneTime({ name, login, password })
  }
  const askReset = async () => {
    const title = t('resetTitle', { name })
    if (!(await confirmDialog({ title, text: t('resetText'), confirm: t('reset'), danger: true }))) return
    const password = newOneTimePassword()
    const result = await reset.run({ id, password })
    if (result.ok) onOneTime({ name, login, password })
  }
  if (isOutOfReach) return null
  if (user.status === 'disabled') {
    return (
      <Button variant="default" loading={enable.isBusy} onClick={() => void askEnable()}>
        {t('enable')}
      </Button>
    )
  }
  return (
    <Group gap="xs">
      <Button variant="default" loading={reset.isBusy} onClick={() => void askReset()}>
        {t('reset')}
      </Button>
      <Button
        variant="default"
        c="var(--mantine-color-error)"
        loading={disable.isBusy}
        onClick={() => void askDisable()}
      >
        {t('disable')}
      </Button>
    </Group>
  )
}

/** One person: data to edit, and the account's switches. */
export function UserPanel({ user, people, onOneTime, onClose }: Props) {
  const t = useT('users')
  const facts = [
    { label: t('columns.login'), value: user.login },
    { label: t('columns.created'), value: <InstantText at={user.createdAt} /> },
    {
      label: t('columns.lastSignIn'),
      value: user.lastSignInAt === null ? t('never') : <InstantText at={user.lastSignInAt} />,
    },
  ]
  return (
    <DetailPanel title={user.name} label={user.name} badges={<UserStatus user={user} />} onClose={onClose}>
      <Section title={t('access')}>
        <Stack gap="sm">
          <Facts facts={facts} columns={3} />
          <AccountActions user={user} onOneTime={onOneTime} />
        </Stack>
      </Section>
      <Section title={t('person')}>
        <EditPerson user={user} people={people} />
      </Section>
    </DetailPanel>
  )
}
