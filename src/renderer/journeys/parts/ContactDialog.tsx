import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { CONTACT_CHANNEL_NAMES, type ContactChannel } from '../../../shared/cases/axes.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** What a contact came to; nobody reached means another try later. */
export function ContactDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT('journeys')
  const u = useT('ui')
  const nameOf = useName()
  const [channel, setChannel] = useState<ContactChannel>('phone')
  const [isReached, setReached] = useState(true)
  const [result, setResult] = useState('')
  const write = useCommand('journeys.contacted', { quiet: true })
  return (
    <FormDialog
      keep={null}
      title={t('contacts.dialog')}
      save={u('actions.save')}
      failure={write.failure}
      isBusy={write.isBusy}
      isReady={result.trim() !== ''}
      onSave={async () => {
        const recorded = await write.run({ id, channel, isReached, result })
        if (!recorded.ok) return
        tellDone(t('saved'))
        onClose()
      }}
      onClose={onClose}
    >
      <ChoiceField
        label={t('contacts.channel')}
        data={choicesOf(CONTACT_CHANNEL_NAMES, nameOf)}
        value={channel}
        onChange={setChannel}
      />
      <Checkbox
        label={t('contacts.isReached')}
        checked={isReached}
        onChange={(event) => setReached(event.currentTarget.checked)}
      />
      <div className={record.faint}>{isReached ? t('contacts.yes') : t('contacts.no')}</div>
      <TextArea
        keep={{ kind: 'journeys-contact-dialog-result', subject: id }}
        data-autofocus
        label={t('contacts.result')}
        minRows={3}
        maxRows={10}
        value={result}
        onChange={(event) => setResult(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
