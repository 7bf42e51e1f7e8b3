import { Button, Checkbox, Group } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import styles from './Door.module.css'
import { Door } from './Door.tsx'
import { useSession } from './store.ts'

/** Shows the recovery key once; there is no way on without saying that it is kept. */
export function RecoveryKey() {
  const t = useT('session')
  const ui = useT('ui')
  const { recoveryKey, status, set } = useSession()
  const [isKept, setKept] = useState(false)
  const proceed = () => {
    if (isKept) set({ recoveryKey: null, isNew: true })
  }
  // The key is shown this once: it is printed even where that could not be recorded.
  const print = async () => {
    await call('audit.printed', { what: 'recovery-key', subject: status?.storeName || '-' })
    window.print()
  }
  return (
    <Door title={t('recoveryKey.title')} step={2} text={t('recoveryKey.text')} onSubmit={proceed}>
      <p className={styles.printed}>{t('recoveryKey.printed', { name: status?.storeName ?? '' })}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: an output element would be announced with each change */}
      <p className={styles.key} role="group" aria-label={t('recoveryKey.keyLabel')}>
        {recoveryKey}
      </p>
      <Checkbox
        className={styles.noPrint ?? ''}
        label={t('recoveryKey.confirm')}
        checked={isKept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Group justify="space-between" className={styles.noPrint ?? ''}>
        <Button variant="default" leftSection={<IconPrinter size={15} />} onClick={() => void print()}>
          {ui('actions.print')}
        </Button>
        <Button type="submit" disabled={!isKept}>
          {t('recoveryKey.submit')}
        </Button>
      </Group>
    </Door>
  )
}
