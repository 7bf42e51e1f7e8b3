import { Button, Modal, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { MESSAGE_CHANNEL_NAMES, type MessageChannel } from '../../../shared/messages/words.ts'
import { shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** A manager writes the waiting messages of a channel to a file for whoever sends them. */
export function FileForm({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT('messages')
  const u = useT('ui')
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('file.title')}
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {isOpen && <Form onClose={onClose} />}
    </Modal>
  )
}

function Form({ onClose }: { onClose: () => void }) {
  const t = useT('messages')
  const nameOf = useName()
  const [channel, setChannel] = useState<MessageChannel>('sms')
  const [purpose, setPurpose] = useState('')
  const write = useCommand('messages.writeFile', { quiet: true })
  const save = async () => {
    const place = await shell('shell.pickSave', { purpose: 'errors', suggested: `messages-${channel}-${today()}.csv` })
    if (!place.ok || place.value === null) return
    const written = await write.run({ channel, purpose, out: place.value.token })
    if (!written.ok) return
    tellDone(t('file.written', { rows: written.value.rows, skipped: written.value.skipped }))
    onClose()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap="sm">
        <FailureAlert failure={write.failure} />
        <Select
          label={t('write.channel')}
          data={choicesOf(MESSAGE_CHANNEL_NAMES, nameOf)}
          value={channel}
          onChange={(value) => value !== null && setChannel(value)}
        />
        <TextArea
          keep={{ kind: 'messages-file-form-purpose', subject: 'new' }}
          label={t('file.purpose')}
          withAsterisk
          minRows={2}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          error={write.fieldErrors.purpose}
        />
        <Text size="xs" c="dimmed">
          {t('file.hint')}
        </Text>
        <Button type="submit" loading={write.isBusy} disabled={purpose.trim() === ''}>
          {t('file.write')}
        </Button>
      </Stack>
    </form>
  )
}
