import { Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { PROJECT_KIND_NAMES, type ProjectKind } from '../../../shared/improvements/project-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** Starts a project; a rollout may begin with the phases of the client's plan (S1-77..80). */
export function StartProject({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useT('loop')
  const nameOf = useName()
  const [kind, setKind] = useState<ProjectKind>('rollout')
  const [title, setTitle] = useState('')
  const [purpose, setPurpose] = useState('')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [isFromPlan, setFromPlan] = useState(true)
  const start = useCommand('projects.start', { quiet: true })
  const save = async () => {
    if (ownerId === null) return
    const done = await start.run({ kind, title, purpose, ownerId, isFromPlan: kind === 'rollout' && isFromPlan })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-project-lines', subject: 'new' }}
      title={t('projects.start')}
      save={t('projects.start')}
      failure={start.failure}
      isBusy={start.isBusy}
      isReady={title.trim().length > 1 && purpose.trim().length > 1 && ownerId !== null}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow>
        <Select
          label={t('projects.fields.kind')}
          data={choicesOf(PROJECT_KIND_NAMES, nameOf)}
          value={kind}
          allowDeselect={false}
          onChange={(value) => value && setKind(value)}
        />
        <PersonField required label={t('projects.fields.owner')} value={ownerId} onChange={setOwner} />
      </FieldRow>
      <TitleField label={t('projects.fields.title')} value={title} onChange={setTitle} />
      <TextArea
        keep={{ kind: 'improvements-start-project-purpose', subject: 'new' }}
        required
        minRows={2}
        maxLength={2000}
        label={t('projects.fields.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      {kind === 'rollout' && (
        <Checkbox
          label={t('projects.fromPlan')}
          checked={isFromPlan}
          onChange={(event) => setFromPlan(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  )
}
