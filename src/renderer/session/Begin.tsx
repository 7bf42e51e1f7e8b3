import { UnstyledButton } from '@mantine/core'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { go } from '../ui/navigation.ts'
import styles from './Door.module.css'
import { Door } from './Door.tsx'
import { useSession } from './store.ts'

const WAYS = ['imports', 'demo', 'empty'] as const

/** After the store was made by hand: with members of the airline, with the demonstration, or empty. */
export function Begin() {
  const t = useT('session')
  const set = useSession((state) => state.set)
  const begin: Record<(typeof WAYS)[number], () => void> = {
    imports: () => {
      go('imports')
      set({ isNew: false })
    },
    demo: () => void shell('shell.demo', {}),
    empty: () => set({ isNew: false }),
  }
  return (
    <Door title={t('begin.title')} step={3} text={t('begin.text')}>
      {WAYS.map((way) => (
        <UnstyledButton key={way} className={styles.choice} autoFocus={way === 'imports'} onClick={begin[way]}>
          <strong>{t(`begin.${way}`)}</strong>
          <span>{t(`begin.${way}Hint`)}</span>
        </UnstyledButton>
      ))}
    </Door>
  )
}
