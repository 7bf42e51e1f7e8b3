import { Button, CloseButton } from '@mantine/core'
import { useEffect } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { type Offer, useUndoOffer } from '../../ui/undo.ts'
import { useNow } from '../../ui/use-now.ts'
import styles from './queue.module.css'

/** Below every page, for half a minute: what was done, and one key to take it back. */
export function UndoBar() {
  const { offer } = useUndoOffer()
  return offer && <Bar key={offer.until} offer={offer} />
}

function Bar({ offer }: { offer: Offer }) {
  const t = useT('queue')
  const u = useT('ui')
  const now = useNow()
  const close = useUndoOffer((state) => state.set)
  const seconds = Math.ceil((offer.until - now) / 1000)
  const isOver = seconds <= 0
  useEffect(() => {
    if (isOver) close(null)
  }, [isOver, close])
  const undo = () => {
    close(null)
    void offer.undo()
  }
  useShortcut({ id: 'queue.undo', keys: 'alt+z', label: t('undo.undo'), group: u('shell.desk'), always: true }, undo)
  return (
    <div className={styles.undo} role="status">
      <span>{offer.text}</span>
      <Button variant="light" rightSection={<KeyHint keys="alt+z" />} onClick={undo}>
        {t('undo.undo')}
      </Button>
      <span className={`${styles.faint} num`} aria-hidden>
        {t('undo.left', { seconds: Math.max(0, seconds) })}
      </span>
      <CloseButton aria-label={u('actions.close')} onClick={() => close(null)} />
    </div>
  )
}
