import { useState } from 'react'
import type { ImprovementSheet } from '../../../shared/improvements/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { AboutFields, isWhole, toInput } from './AboutFields.tsx'

/** Changes what an improvement says, whose it is and by when. */
export function ChangeDialog({ sheet, onClose }: { sheet: ImprovementSheet; onClose: () => void }) {
  const t = useT('improvements')
  const u = useT('ui')
  const { id, kind, title, finding, ownerId, dueDay, topic, policyId } = sheet
  const [about, setAbout] = useState({ kind, title, finding, ownerId, dueDay, topic: topic ?? '', policyId })
  const change = useCommand('improvements.change', { quiet: true })
  const save = async () => {
    const done = await change.run({ id, ...toInput(about) })
    if (!done.ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-change-lines', subject: sheet.id }}
      title={t('detail', { number: sheet.number })}
      save={u('actions.save')}
      failure={change.failure}
      isBusy={change.isBusy}
      isReady={isWhole(about)}
      onSave={save}
      onClose={onClose}
    >
      <AboutFields value={about} onChange={setAbout} errors={change.fieldErrors} />
    </FormDialog>
  )
}
