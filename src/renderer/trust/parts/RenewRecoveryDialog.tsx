import { Alert, Button, Checkbox, Code, Group, Modal, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { useCommand } from '../../use-command.ts'
import { OwnPasswordField, ReasonField } from './key-fields.tsx'
import { isWhole, SecondPerson } from './RenewKeyDialog.tsx'

type Props = { needsSecond: boolean; onClose: () => void }

/** Asks why and for the own password and that of a second person, then shows the new key once. */
export function RenewRecoveryDialog({ needsSecond, onClose }: Props) {
  const t = useT('keys')
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState({ login: '', password: '' })
  const [recoveryKey, setKey] = useState<string | null>(null)
  const renew = useCommand('keys.renewRecovery', { quiet: true })
  const onSave = async () => {
    const done = await renew.run({ reason, password, second: needsSecond ? second : null })
    setPassword('')
    setSecond({ ...second, password: '' })
    if (done.ok) setKey(done.value.recoveryKey)
  }
  if (recoveryKey !== null) return <Sheet recoveryKey={recoveryKey} onClose={onClose} />
  return (
    <FormDialog
      keep={null}
      title={t('recovery.renew')}
      save={t('recovery.renew')}
      failure={renew.failure}
      isBusy={renew.isBusy}
      isReady={reason.trim() !== '' && password !== '' && (!needsSecond || isWhole(second))}
      onSave={onSave}
      onClose={onClose}
    >
      <Text size="sm">{t('recovery.oldOpens')}</Text>
      <ReasonField isFirst value={reason} error={renew.fieldErrors.reason} onChange={setReason} />
      <OwnPasswordField value={password} onChange={setPassword} />
      {needsSecond && <SecondPerson value={second} onChange={setSecond} />}
    </FormDialog>
  )
}

// It closes only once somebody says that the sheet is kept: nothing shows the key again.
function Sheet({ recoveryKey, onClose }: { recoveryKey: string; onClose: () => void }) {
  const t = useT('keys')
  const s = useT('session')
  const ui = useT('ui')
  const name = useSession((session) => session.status?.storeName ?? '')
  const [isKept, setKept] = useState(false)
  const [madeAt] = useState(() => Date.now())
  const title = s('recoveryKey.printed', { name })
  const sheet = [title, recoveryKey, t('recovery.madeAt', { at: dateTimeText(madeAt) }), t('recovery.sheet')].join(
    '\n\n',
  )
  return (
    <Modal
      opened
      onClose={() => {}}
      title={s('recoveryKey.title')}
      size="lg"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack>
        <Alert color="yellow">{t('recovery.once')}</Alert>
        <Code block tabIndex={0} aria-label={s('recoveryKey.keyLabel')} style={{ whiteSpace: 'pre-wrap' }} fz="md">
          {recoveryKey}
        </Code>
        <Checkbox
          data-autofocus
          label={s('recoveryKey.confirm')}
          checked={isKept}
          onChange={(event) => setKept(event.currentTarget.checked)}
        />
        <Group justify="space-between">
          <PrintButton label={ui('actions.print')} text={sheet} what="recovery-key" subject={name || '-'} />
          <Button disabled={!isKept} onClick={onClose}>
            {ui('actions.done')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
