import { Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import type { TrustText } from '../../../shared/trust/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import styles from './trust.module.css'

/** S3-127: the rules in force, shown at every sign-in until they are acknowledged. */
export function ReadDialog({ text, onClose }: { text: TrustText; onClose: () => void }) {
  const t = useT('trust')
  const [isRead, setRead] = useState(false)
  const acknowledge = useCommand('trust.acknowledge', { quiet: true })
  const save = async () => {
    if (!(await acknowledge.run({ id: text.id })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('read.title')}
      save={t('acts.read')}
      failure={acknowledge.failure}
      isBusy={acknowledge.isBusy}
      isReady={isRead}
      onSave={save}
      onClose={onClose}
    >
      <Text size="sm">{t('read.text', { version: text.version })}</Text>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <div className={styles.body} tabIndex={0}>
        {text.body}
      </div>
      <Checkbox label={t('read.tick')} checked={isRead} onChange={(event) => setRead(event.currentTarget.checked)} />
    </FormDialog>
  )
}
