import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ItemKind } from '../../../shared/improvements/project-words.ts'
import type { ProjectItem, ProjectView } from '../../../shared/improvements/projects.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { project: ProjectView; kind: ItemKind; item: ProjectItem | null; onClose: () => void }

/** Adds a part to a project, or changes one. */
export function ItemDialog({ project, kind, item, onClose }: Props) {
  const t = useT('loop')
  const u = useT('ui')
  const [title, setTitle] = useState(item?.title ?? '')
  const [content, setContent] = useState(item?.content ?? '')
  const [plannedFor, setPlanned] = useState(item?.plannedFor ?? '')
  const [stepId, setStep] = useState<string | null>(item?.stepId ?? null)
  const [ownerId, setOwner] = useState<UserId | null>(item?.ownerId ?? null)
  const add = useCommand('projects.addItem', { quiet: true })
  const change = useCommand('projects.changeItem', { quiet: true })
  const { failure, fieldErrors } = item === null ? add : change
  const steps = project.items.filter((one) => one.kind === 'step')
  const save = async () => {
    const draft = { title, content, stepId, plannedFor: plannedFor.trim() || null, ownerId }
    const done =
      item === null
        ? await add.run({ id: project.id, kind, ...draft })
        : await change.run({ itemId: item.id, ...draft })
    if (done.ok) onClose()
  }
  return (
    <FormDialog
      keep={{ kind: 'improvements-item-lines', subject: item?.id ?? project.id }}
      title={item === null ? t(`projects.add.${kind}`) : item.title}
      save={u('actions.save')}
      failure={failure}
      isBusy={add.isBusy || change.isBusy}
      isReady={title.trim().length > 1 && content.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <TextInput
        required
        data-autofocus
        maxLength={120}
        label={t('projects.fields.itemTitle')}
        value={title}
        error={fieldErrors.title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'improvements-item-dialog-content', subject: item?.id ?? project.id }}
        required
        minRows={2}
        maxLength={4000}
        label={t('projects.fields.content')}
        value={content}
        error={fieldErrors.content}
        onChange={(event) => setContent(event.currentTarget.value)}
      />
      {kind === 'measure' && (
        <Select
          clearable
          label={t('projects.fields.step')}
          data={steps.map((step) => ({ value: step.id, label: step.title }))}
          value={stepId}
          onChange={setStep}
        />
      )}
      {kind !== 'step' && (
        <FieldRow>
          <TextInput
            label={t('projects.fields.plannedFor')}
            placeholder="2026-10"
            value={plannedFor}
            error={fieldErrors.plannedFor}
            onChange={(event) => setPlanned(event.currentTarget.value)}
          />
          <PersonField clearable label={t('projects.fields.itemOwner')} value={ownerId} onChange={setOwner} />
        </FieldRow>
      )}
    </FormDialog>
  )
}
