import { Button, Group, PasswordInput } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { lockDesk } from '../ui/UserMenu.tsx'
import { Door } from './Door.tsx'
import { NewPassword } from './NewPassword.tsx'
import { useSession } from './store.ts'
import { usePasswordChange } from './use-password-change.ts'

/** Stands before the desk until a one-time password has been replaced. */
export function ForcedChange() {
  const t = useT('session')
  const login = useSession((state) => state.user?.login ?? '')
  const change = usePasswordChange(() => useSession.getState().set({ mustChangePassword: false }))
  return (
    <Door title={t('forced.title')} text={t('forced.text')} onSubmit={change.submit}>
      <FailureAlert failure={change.failure} />
      <PasswordInput label={t('fields.oldPassword')} {...change.oldProps} autoFocus required />
      <NewPassword
        label={t('fields.newPassword')}
        repeatLabel={t('fields.repeatNew')}
        {...change.newProps}
        login={login}
      />
      <Group justify="space-between">
        <Button variant="default" onClick={() => void lockDesk('asked')}>
          {t('forced.lock')}
        </Button>
        <Button type="submit" loading={change.isBusy} disabled={!change.canSend}>
          {t('forced.submit')}
        </Button>
      </Group>
    </Door>
  )
}
