import { Button, Group, Modal, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { TRANSFER_KIND_NAMES, TRANSFER_KINDS, type TransferKind } from '../../../shared/calls/words.ts'
import type { Department } from '../../../shared/cases/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import { KEPT_TEXT } from '../../drafts/kept-text.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { useName } from '../../ui/use-name.ts'
import { endConsult, useCalls } from '../store.ts'

/** To whom a call goes, how, and what they must know. */
export function TransferDialog({ call }: { call: LiveCall | null }) {
  const t = useT('callDesk')
  const ui = useT('ui')
  const { dialog, show } = useCalls()
  return (
    <Modal
      transitionProps={{ duration: 0 }}
      opened={dialog === 'transfer' && call !== null}
      onClose={() => show({ dialog: null })}
      title={t('transfer.title')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={460}
    >
      {call !== null && <TransferForm call={call} />}
    </Modal>
  )
}

function TransferForm({ call }: { call: LiveCall }) {
  const t = useT('callDesk')
  const nameOf = useName()
  const { take, isBusy } = useCalls()
  const { offered } = useClasses()
  // Whoever was asked last is whom a call usually goes to.
  const asked = call.consults.findLast(({ askedId }) => askedId !== null)?.askedId ?? null
  const [kind, setKind] = useState<TransferKind>(asked === null ? 'cold' : 'warm')
  const [isDesk, setDesk] = useState(false)
  const [toUserId, setToUserId] = useState<UserId | null>(asked)
  const [toDesk, setToDesk] = useState<Department | null>(null)
  const draft = useDraft('call-transfer', call.id, KEPT_TEXT)
  const note = draft.value
  const isWhole = note.trim() !== '' && (isDesk ? toDesk !== null : toUserId !== null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isWhole || !(await endConsult(false))) return
    const to = isDesk ? { toDesk: toDesk ?? undefined } : { toUserId: toUserId ?? undefined }
    const { ok } = await take('calls.transfer', { id: call.id, kind, note, ...to })
    if (ok) await draft.discard()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('transfer.kind')}
          value={kind}
          onChange={(value) => setKind(TRANSFER_KINDS.find((each) => each === value) ?? 'cold')}
          data={TRANSFER_KINDS.map((value) => ({ value, label: nameOf(TRANSFER_KIND_NAMES[value]) }))}
        />
        <Text size="sm" c="dimmed">
          {t(kind === 'warm' ? 'transfer.warmHint' : 'transfer.coldHint')}
        </Text>
        <SegmentedControl
          aria-label={t('transfer.to')}
          value={isDesk ? 'desk' : 'colleague'}
          onChange={(value) => setDesk(value === 'desk')}
          data={[
            { value: 'colleague', label: t('transfer.colleague') },
            { value: 'desk', label: t('transfer.desk') },
          ]}
        />
        {isDesk ? (
          <Select
            label={t('transfer.desk')}
            withAsterisk
            searchable
            selectFirstOptionOnChange
            value={toDesk}
            data={offered.desks.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
            onChange={(value) => setToDesk(offered.desks.find(({ code }) => code === value)?.code ?? null)}
          />
        ) : (
          <PersonField
            data-autofocus
            label={t('transfer.colleague')}
            withAsterisk
            selectFirstOptionOnChange
            value={toUserId}
            onChange={setToUserId}
          />
        )}
        <Textarea
          label={t('transfer.note')}
          description={t('transfer.hint')}
          withAsterisk
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => draft.set(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={!isWhole}>
            {t('transfer.send')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
