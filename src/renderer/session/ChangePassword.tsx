import { Button, Group, Modal, PasswordInput, Stack } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import { NewPassword } from './NewPassword.tsx'
import { useSession } from './store.ts'
import { usePasswordChange } from './use-password-change.ts'

type Props = { isOpen: boolean; onClose: () => void }

function Form({ onClose }: { onClose: () => void }) {
  const t = useT('session')
  const ui = useT('ui')
  const login = useSession((state) => state.user?.login ?? '')
  const change = usePasswordChange(() => {
    tellDone(t('change.done'))
    onClose()
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        change.submit()
      }}
    >
      <Stack gap="sm">
        <FailureAlert failure={change.failure} />
        <PasswordInput label={t('fields.oldPassword')} {...change.oldProps} data-autofocus required />
        <NewPassword
          label={t('fields.newPassword')}
          repeatLabel={t('fields.repeatNew')}
          {...change.newProps}
          login={login}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={change.isBusy} disabled={!change.canSend}>
            {t('change.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

/** Changing one's own password; the fields are gone when it closes. */
export function ChangePassword({ isOpen, onClose }: Props) {
  const t = useT('session')
  const ui = useT('ui')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('change.title')}
      size="sm"
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      {isOpen && <Form onClose={onClose} />}
    </Modal>
  )
}
