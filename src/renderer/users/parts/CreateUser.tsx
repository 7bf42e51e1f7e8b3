import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { User } from '../../../shared/users/model.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import type { OneTime } from './OneTimePassword.tsx'
import { newOneTimePassword } from './one-time.ts'
import { type Person, PersonFields } from './PersonFields.tsx'

type Props = {
  isOpen: boolean
  people: readonly User[]
  onClose: () => void
  onCreated: (shown: OneTime) => void
}

function Form({ people, onClose, onCreated }: Omit<Props, 'isOpen'>) {
  const t = useT('users')
  const session = useT('session')
  const ui = useT('ui')
  const [person, setPerson] = useState<Person>({ name: '', role: 'agent', leadId: null })
  const [login, setLogin] = useState('')
  const create = useCommand('users.create', { quiet: true })
  const canSend = person.name.trim() !== '' && login !== ''
  const submit = async () => {
    if (!canSend || create.isBusy) return
    const password = newOneTimePassword()
    const result = await create.run({ ...person, login, password })
    if (!result.ok) return
    tellDone(t('done.created'))
    onClose()
    onCreated({ name: result.value.name, login, password })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap="sm">
        <FailureAlert failure={create.failure} />
        <PersonFields value={person} onChange={setPerson} people={people} errors={create.fieldErrors} />
        <TextInput
          label={t('columns.login')}
          description={session('fields.loginHint')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value.trim().toLowerCase())}
          error={create.fieldErrors.login}
          spellCheck={false}
          required
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={create.isBusy} disabled={!canSend}>
            {t('add')}
          </Button>
        </Group>
      </Stack>
      <KeepLines kind="users-new-lines" subject="new" />
    </form>
  )
}

/** Adds a person with a one-time password made here. */
export function CreateUser({ isOpen, onClose, ...rest }: Props) {
  const t = useT('users')
  const ui = useT('ui')
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('add')} closeButtonProps={{ 'aria-label': ui('actions.close') }}>
      {isOpen && <Form onClose={onClose} {...rest} />}
    </Modal>
  )
}
