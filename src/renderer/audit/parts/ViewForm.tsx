import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { AuditFilter } from '../../../shared/audit/filter.ts'
import type { AuditView } from '../../../shared/views/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'

type Props = { view: AuditView | 'new'; filter: AuditFilter; onClose: () => void }

/** Keeps what narrows the log under a name, for oneself or for every manager. */
export function ViewForm({ view, filter, onClose }: Props) {
  const t = useT('audit')
  const u = useT('ui')
  const old = view === 'new' ? null : view
  const [name, setName] = useState(old?.name ?? '')
  const [isShared, setShared] = useState(old?.isShared ?? false)
  const [isReplaced, setReplaced] = useState(old === null)
  const save = useCommand('views.saveAudit', { quiet: true })
  const onSave = async () => {
    const query = old && !isReplaced ? old.query : { ...filter, list: 'audit' as const }
    const { ok } = await save.run({ ...(old ? { id: old.id } : {}), name, isShared, query })
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
      <Checkbox
        label={t('views.share')}
        checked={isShared}
        onChange={(event) => setShared(event.currentTarget.checked)}
      />
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
