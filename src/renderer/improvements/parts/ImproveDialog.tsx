import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { EvaluationFinding } from '../../../shared/improvements/evaluations.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { PeopleField } from '../../ui/PeopleField.tsx'
import { useCommand } from '../../use-command.ts'
import { AboutFields, isWhole, NEW_ABOUT, toInput } from './AboutFields.tsx'

/** Makes what an evaluation found an item of the improvement list (S1-61, S1-62, S2-140..143). */
export function ImproveDialog({ finding, onClose }: { finding: EvaluationFinding; onClose: () => void }) {
  const t = useT('evaluations')
  const i = useT('improvements')
  const [about, setAbout] = useState({ ...NEW_ABOUT, title: finding.text.slice(0, 120), finding: finding.text })
  const [trainees, setTrainees] = useState<UserId[]>([])
  const improve = useCommand('evaluations.improve', { quiet: true })
  const save = async () => {
    const { ownerId, dueDay, finding: _, ...rest } = toInput(about)
    if (ownerId === null || dueDay === null) return
    const people = about.kind === 'training' ? trainees : []
    const done = await improve.run({ ...rest, findingId: finding.id, ownerId, dueDay, trainees: people })
    if (!done.ok) return
    tellDone(i('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-improve-lines', subject: finding.id }}
      title={t('improveTitle')}
      save={i('propose')}
      failure={improve.failure}
      isBusy={improve.isBusy}
      isReady={isWhole(about) && about.ownerId !== null && about.dueDay !== null}
      onSave={save}
      onClose={onClose}
    >
      <AboutFields value={about} onChange={setAbout} errors={improve.fieldErrors} hasFinding={false} />
      {about.kind === 'training' && (
        <PeopleField label={i('fields.trainees')} value={trainees} onChange={setTrainees} />
      )}
    </FormDialog>
  )
}
