import { MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Department } from '../../../shared/cases/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { MatterView } from '../../../shared/meetings/matters.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { PeopleField } from '../../ui/PeopleField.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { matter: MatterView | null; onClose: () => void; onDone: (id: string) => void }

/** A matter is raised, or its people, owner and deadline are changed with a reason. */
export function MatterForm({ matter, onClose, onDone }: Props) {
  const t = useT('meetings')
  const nameOf = useName()
  const { deskNames, offeredDeskNames } = useClasses()
  const [title, setTitle] = useState(matter?.title ?? '')
  const [text, setText] = useState('')
  const [departments, setDepartments] = useState<Department[]>(matter?.departments ?? [])
  const [people, setPeople] = useState<UserId[]>(matter?.people.map(({ userId }) => userId) ?? [])
  const [outsiders, setOutsiders] = useState(matter?.outsiders ?? '')
  const [ownerId, setOwner] = useState<UserId | null>(matter?.ownerId ?? null)
  const [dueDay, setDue] = useState<Day | null>(matter?.dueDay ?? null)
  const raise = useCommand('matters.raise', { quiet: true })
  const change = useCommand('matters.change', { quiet: true })
  const send = async () => {
    if (ownerId === null || dueDay === null) return
    const who = { departments, people, outsiders, ownerId, dueDay }
    const done = matter
      ? await change.run({ id: matter.id, ...who, reason: text })
      : await raise.run({ title, text, ...who })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  const action = t(matter ? 'matters.change' : 'matters.raise')
  return (
    <FormDialog
      keep={{ kind: 'todos-matter-form-lines', subject: matter?.id ?? 'new' }}
      title={action}
      save={action}
      failure={raise.failure ?? change.failure}
      isBusy={raise.isBusy || change.isBusy}
      isReady={
        title.trim() !== '' && text.trim() !== '' && departments.length > 0 && ownerId !== null && dueDay !== null
      }
      onSave={send}
      onClose={onClose}
    >
      {!matter && <TitleField label={t('matters.fields.title')} value={title} onChange={setTitle} />}
      <TextArea
        keep={{ kind: 'todos-matter-form-text', subject: matter?.id ?? 'new' }}
        required
        minRows={2}
        maxLength={matter ? 500 : 4000}
        label={t(matter ? 'matters.fields.reason' : 'matters.fields.text')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <MultiSelect
        required
        searchable
        label={t('matters.fields.departments')}
        data={[...new Set([...Object.keys(offeredDeskNames), ...departments])].map((value) => ({
          value,
          label: namedBy(deskNames, value, nameOf),
        }))}
        value={departments}
        onChange={setDepartments}
      />
      <PeopleField label={t('matters.fields.people')} value={people} onChange={setPeople} />
      <TextInput
        maxLength={500}
        label={t('matters.fields.outsiders')}
        value={outsiders}
        onChange={(event) => setOutsiders(event.currentTarget.value)}
      />
      <FieldRow>
        <PersonField required label={t('matters.fields.owner')} value={ownerId} onChange={setOwner} />
        <DayField required label={t('matters.fields.due')} value={dueDay} onChange={setDue} />
      </FieldRow>
    </FormDialog>
  )
}
