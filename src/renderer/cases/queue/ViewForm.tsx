import { Checkbox, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { SavedView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { presentView } from './saved-views.ts'

type Props = { view: SavedView | 'new'; text: string; onClose: () => void }

const DIGITS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

/** Names a view of the queue, gives it a key and, for a lead, to the team. */
export function ViewForm({ view, text, onClose }: Props) {
  const t = useT('queue')
  const u = useT('ui')
  const old = view === 'new' ? null : view
  const isLead = useSession((session) => session.user?.role) !== 'agent'
  const [name, setName] = useState(old?.name ?? '')
  const [isShared, setShared] = useState(old?.isShared ?? false)
  const [digit, setDigit] = useState<string | null>(old?.digit ? String(old.digit) : null)
  const [isReplaced, setReplaced] = useState(old === null)
  const save = useCommand('views.save', { quiet: true })
  const onSave = async () => {
    const query = old && !isReplaced ? old.query : presentView(text)
    const { ok } = await save.run({
      ...(old ? { id: old.id } : {}),
      name,
      isShared,
      digit: digit === null ? null : Number(digit),
      query,
    })
    if (!ok) return
    tellDone(t('views.saved', { name }))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={old ? t('views.change', { name: old.name }) : t('views.save')}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={name.trim() !== ''}
      onSave={onSave}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={t('views.name')}
        withAsterisk
        maxLength={40}
        value={name}
        error={save.fieldErrors.name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('views.key')}
        placeholder={t('views.noKey')}
        clearable
        data={DIGITS.map((one) => ({ value: String(one), label: `Alt + ${one}` }))}
        value={digit}
        onChange={setDigit}
      />
      {isLead && (
        <Checkbox
          label={t('views.share')}
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
      {old && (
        <Checkbox
          label={t('views.replace')}
          checked={isReplaced}
          onChange={(event) => setReplaced(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  )
}
