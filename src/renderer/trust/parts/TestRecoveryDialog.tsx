import { Alert, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

/** Takes the key from a sheet and says whether it opens the store; changes nothing. */
export function TestRecoveryDialog({ onClose }: { onClose: () => void }) {
  const t = useT('keys')
  const [recoveryKey, setKey] = useState('')
  const [isRight, setRight] = useState(false)
  const test = useCommand('keys.testRecovery', { quiet: true })
  const onTest = async () => {
    const { ok } = await test.run({ recoveryKey: recoveryKey.trim() })
    setRight(ok)
  }
  return (
    <FormDialog
      keep={null}
      title={t('recovery.test')}
      save={t('recovery.testNow')}
      failure={test.failure}
      isBusy={test.isBusy}
      isReady={recoveryKey.trim().length >= 10}
      onSave={onTest}
      onClose={onClose}
    >
      <Text size="sm">{t('recovery.testHint')}</Text>
      <TextArea
        data-autofocus
        minRows={2}
        maxLength={400}
        spellCheck={false}
        classNames={{ input: 'mono' }}
        label={t('device.recoveryKey')}
        value={recoveryKey}
        error={test.fieldErrors.recoveryKey}
        onChange={(event) => {
          setKey(event.currentTarget.value)
          setRight(false)
        }}
      />
      {isRight && (
        <Alert color="green" role="status">
          {t('recovery.right')}
        </Alert>
      )}
    </FormDialog>
  )
}
