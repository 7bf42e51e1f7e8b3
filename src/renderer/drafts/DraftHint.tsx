import { Button } from '@mantine/core'
import { IconCloudCheck, IconCloudOff, IconHistory } from '@tabler/icons-react'
import { useT } from '../i18n/use-t.ts'
import { confirmDialog } from '../ui/confirm.tsx'
import { dateTimeText } from '../ui/formats.ts'
import styles from './drafts.module.css'
import type { DraftForm } from './use-draft.ts'

type Props = {
  draft: Shown
  /** False where the text is kept elsewhere too and dropping the draft would not empty the form. */
  canDrop?: boolean
}

type Shown = Pick<DraftForm<unknown>, 'restoredAt' | 'saving' | 'discard'>

/** One line under a form: that an earlier draft was restored, whether the text is safe, and a way to drop it. */
export function DraftHint({ draft, canDrop = true }: Props) {
  const t = useT('drafts')
  const { restoredAt, saving, discard } = draft
  const drop = async () => {
    const isSure = await confirmDialog({
      title: t('discard'),
      text: t('discardText'),
      confirm: t('discard'),
      danger: true,
    })
    if (isSure) await discard()
  }
  const hasText = restoredAt !== null || saving !== 'idle'
  return (
    <div className={styles.hint} aria-live="polite" data-failed={saving === 'failed' || undefined}>
      {saving === 'failed' ? (
        <IconCloudOff size={14} aria-hidden />
      ) : (
        saving === 'saved' && <IconCloudCheck size={14} aria-hidden />
      )}
      {saving !== 'idle' && <span>{t(`saving.${saving}`)}</span>}
      {restoredAt !== null && (
        <span className={styles.restored}>
          <IconHistory size={14} aria-hidden />
          {t('restored', { time: dateTimeText(restoredAt) })}
        </span>
      )}
      {canDrop && hasText && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => void drop()}>
          {t('discard')}
        </Button>
      )}
    </div>
  )
}
