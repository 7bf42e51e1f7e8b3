import { Modal } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'
import styles from './CheatSheet.module.css'
import { KeyHint } from './KeyHint.tsx'
import { type Shortcut, useShortcutList } from './keys.ts'

function byGroup(shortcuts: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>()
  for (const one of shortcuts) groups.set(one.group, [...(groups.get(one.group) ?? []), one])
  return [...groups]
}

/** Every shortcut that works where the person is right now. */
export function CheatSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT('ui')
  const all = useShortcutList((state) => state.shortcuts)
  const shortcuts = all.filter(({ keys }) => keys !== '')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('shell.keys')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <div className={styles.sheet}>
        {byGroup(shortcuts).map(([group, list]) => (
          <section key={group} className={styles.group}>
            <h3>{group}</h3>
            <dl>
              {list.map((one) => (
                <div key={one.id}>
                  <dt>{one.label}</dt>
                  <dd>
                    <KeyHint keys={one.keys} />
                    <span className="visually-hidden">{one.keys}</span>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
