import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallId, UserId } from '../../../shared/ids.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
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
  const draft = useDraft('call-consult', id, KEPT_TEXT)
  const question = draft.value
  const isWhole = isOutside ? asked.trim() !== '' : askedId !== null
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole) return
    const whom = isOutside || askedId === null ? { asked } : { askedId }
    if ((await take('calls.consult', { id, question, ...whom })).ok) await draft.discard()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
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
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
        <KeepLines kind="call-consult-lines" subject={id} />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={!isWhole}>
            {t('consult.begin')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
