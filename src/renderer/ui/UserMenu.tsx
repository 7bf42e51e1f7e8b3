import { Menu, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconAdjustments,
  IconAppWindow,
  IconChevronDown,
  IconKeyboard,
  IconLock,
  IconPassword,
  IconSwitchHorizontal,
} from '@tabler/icons-react'
import { call, shell } from '../client.ts'
import { flushDrafts } from '../drafts/keeper.ts'
import { useT } from '../i18n/use-t.ts'
import { ChangePassword } from '../session/ChangePassword.tsx'
import { useSession } from '../session/store.ts'
import styles from './DeskHeader.module.css'
import { KeyHint } from './KeyHint.tsx'
import { tellFailure } from './notify.ts'
import { useOverlays } from './overlays.ts'

/** Locks the desk for every window; whoever comes next signs in. */
export async function lockDesk(reason: 'asked' | 'switch'): Promise<void> {
  await flushDrafts()
  const result = await call('session.lock', { reason })
  if (!result.ok) tellFailure(result.failure)
  await useSession.getState().refresh()
}

/** The signed-in person: role, password, lock. */
export function UserMenu() {
  const t = useT('ui')
  const user = useSession((state) => state.user)
  const showKeys = useOverlays((state) => state.showKeys)
  const showPersonal = useOverlays((state) => state.showPersonal)
  const [isChanging, change] = useDisclosure(false)
  if (!user) return null
  const role = t(`roles.${user.role}`)
  return (
    <>
      <Menu position="bottom-end" width={220} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={styles.user}>
            <span className={styles.avatar} aria-hidden>
              {user.name.slice(0, 1)}
            </span>
            <span>
              <span className={styles.userName}>{user.name}</span>
              <span className={styles.userRole}>{role}</span>
            </span>
            <span className="visually-hidden">{t('shell.userMenu')}</span>
            <IconChevronDown size={13} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {user.login} · {role}
          </Menu.Label>
          <Menu.Item leftSection={<IconPassword size={15} />} onClick={change.open}>
            {t('shell.changePassword')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconKeyboard size={15} />}
            rightSection={<KeyHint keys="?" />}
            onClick={() => showKeys(true)}
          >
            {t('shell.keys')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconAdjustments size={15} />}
            rightSection={<KeyHint keys="mod+," />}
            onClick={() => showPersonal('comfort')}
          >
            {t('shell.personal')}
          </Menu.Item>
          <Menu.Item leftSection={<IconAppWindow size={15} />} onClick={() => void shell('shell.newWindow', {})}>
            {t('shell.newWindow')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconLock size={15} />}
            rightSection={<KeyHint keys="mod+l" />}
            onClick={() => void lockDesk('asked')}
          >
            {t('shell.lock')}
          </Menu.Item>
          <Menu.Item leftSection={<IconSwitchHorizontal size={15} />} onClick={() => void lockDesk('switch')}>
            {t('shell.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePassword isOpen={isChanging} onClose={change.close} />
    </>
  )
}
