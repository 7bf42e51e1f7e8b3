import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallId, UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { useCalls } from '../store.ts'

/** Whom to ask while the customer holds, and what. */
export function ConsultDialog({ id }: { id: CallId | null }) {
  const t = useT('callDesk')
  const ui = useT('ui')
  const { dialog, show } = useCalls()
  return (
    <Modal
      transitionProps={{ duration: 0 }}
      opened={dialog === 'consult' && id !== null}
      onClose={() => show({ dialog: null })}
      title={t('consult.title')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={440}
    >
      {id !== null && <ConsultForm id={id} />}
    </Modal>
  )
}

function ConsultForm({ id }: { id: CallId }) {
  const t = useT('callDesk')
  const { take, isBusy } = useCalls()
  const [isOutside, setOutside] = useState(false)
  const [askedId, setAskedId] = useState<UserId | null>(null)
  const [asked, setAsked] = useState('')
  const [question, setQuestion] = useState('')
  const isWhole = isOutside ? asked.trim() !== '' : askedId !== null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    void take('calls.consult', { id, question, ...(isOutside || askedId === null ? { asked } : { askedId }) })
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('consult.whom')}
          value={isOutside ? 'outside' : 'colleague'}
          onChange={(value) => setOutside(value === 'outside')}
          data={[
            { value: 'colleague', label: t('consult.colleague') },
            { value: 'outside', label: t('consult.outside') },
          ]}
        />
        {isOutside ? (
          <TextInput
            label={t('consult.name')}
            withAsterisk
            maxLength={80}
            value={asked}
            onChange={(event) => setAsked(event.currentTarget.value)}
          />
        ) : (
          <PersonField
            data-autofocus
            label={t('consult.colleague')}
            withAsterisk
            selectFirstOptionOnChange
            value={askedId}
            onChange={setAskedId}
          />
        )}
        <Textarea
          label={t('consult.question')}
          rows={2}
          maxLength={1000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={!isWhole}>
            {t('consult.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
