import { PasswordInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { TrustText } from '../../../shared/trust/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useNow } from '../../ui/use-now.ts'
import { useCommand } from '../../use-command.ts'
import styles from './trust.module.css'

type Props = { text: TrustText; signBy: number | null; onClose: () => void }

/** S3-134: the whole undertaking, signed with the own name and password. */
export function SignDialog({ text, signBy, onClose }: Props) {
  const t = useT('trust')
  const now = useNow()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const sign = useCommand('trust.sign', { quiet: true })
  const save = async () => {
    const done = await sign.run({ id: text.id, name, password })
    setPassword('')
    if (!done.ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('sign.title')}
      save={t('acts.sign')}
      failure={sign.failure}
      isBusy={sign.isBusy}
      isReady={name.trim() !== '' && password !== ''}
      onSave={save}
      onClose={onClose}
    >
      {signBy !== null && (
        <Text size="sm">{signBy <= now ? t('sign.overdue') : t('sign.text', { at: dateTimeText(signBy) })}</Text>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable to scroll it by keyboard */}
      <div className={styles.body} tabIndex={0}>
        {text.body}
      </div>
      <FieldRow>
        <TextInput
          required
          label={t('fields.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <PasswordInput
          required
          autoComplete="off"
          label={t('fields.password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </FieldRow>
    </FormDialog>
  )
}
