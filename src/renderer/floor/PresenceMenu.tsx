import { Menu, UnstyledButton } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { FLOOR_PRESENCE_NAMES, FLOOR_PRESENCES } from '../../shared/floor/words.ts'
import { DESK_ROLES } from '../../shared/roles.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { tellDone } from '../ui/notify.ts'
import { useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import styles from './presence.module.css'

/** What people say of themselves, in the header of every page: ready, after-call work, on a break, in training. */
export function PresenceMenu() {
  const role = useSession((state) => state.user?.role)
  return DESK_ROLES.some((one) => one === role) ? <Mine /> : null
}

function Mine() {
  const t = useT('floor')
  const nameOf = useName()
  const { data } = useQuery('floor.mine', {}, { topics: ['users'] })
  const save = useCommand('floor.setMine')
  if (!data) return null
  const name = nameOf(FLOOR_PRESENCE_NAMES[data.state])
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={styles.button ?? ''} aria-label={t('presence.label', { state: name })}>
          <IconUserCheck size={15} aria-hidden />
          <span>{name}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('mine')}</Menu.Label>
        {FLOOR_PRESENCES.map((state) => (
          <Menu.Item
            key={state}
            disabled={state === data.state}
            onClick={async () => {
              if ((await save.run({ state })).ok) tellDone(t('presence.done'))
            }}
          >
            {nameOf(FLOOR_PRESENCE_NAMES[state])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
