import { Button } from '@mantine/core'
import { useState } from 'react'
import type { CaseRow } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { BulkDialog } from './BulkDialog.tsx'
import styles from './queue.module.css'

type Props = { chosen: readonly CaseRow[]; onClear: () => void }

/** Over the list while cases are chosen: how many, and what can be done to all of them. */
export function BulkBar({ chosen, onClear }: Props) {
  const t = useT('queue')
  const [isOpen, setOpen] = useState(false)
  useShortcut({ id: 'queue.bulk', keys: 'b', label: t('bulk.open'), group: t('bulk.open') }, () => setOpen(true))
  return (
    <section className={styles.bar} aria-label={t('bulk.open')}>
      <strong role="status">{t('bulk.chosen', { count: chosen.length })}</strong>
      <Button rightSection={<KeyHint keys="b" onBar />} onClick={() => setOpen(true)}>
        {t('bulk.open')}
      </Button>
      <Button variant="default" rightSection={<KeyHint keys="escape" />} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      <span className={styles.faint}>{t('bulk.hint')}</span>
      {isOpen && <BulkDialog chosen={chosen} onClose={() => setOpen(false)} onDone={onClear} />}
    </section>
  )
}
