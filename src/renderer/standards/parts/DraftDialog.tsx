import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../../shared/contracts.ts'
import type { StandardView } from '../../../shared/standards/contract.ts'
import {
  ASPECT_NAMES,
  DIRECTION_NAMES,
  DRAFTING,
  DRAFTING_NAMES,
  FIGURE_NAMES,
  FREQUENCY_NAMES,
} from '../../../shared/standards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FigureField } from '../../ui/FigureField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Draft = Omit<Input<'standards.draft'>, 'target' | 'code'> & { target: number | null }
type Choice = 'aspect' | 'direction' | 'frequency' | 'figure'

const NEW: Draft = {
  aspect: 'process',
  title: '',
  text: '',
  method: '',
  unit: '%',
  direction: 'atLeast',
  target: null,
  frequency: 'month',
  figure: 'entered',
  principles: {},
}

type Props = { base: StandardView | null; onClose: () => void; onDone: (id: string) => void }

/** S4-96 S4-97: drafts a standard or its next version, with what each drafting principle has to say of it. */
export function DraftDialog({ base, onClose, onDone }: Props) {
  const t = useT('standards')
  const u = useT('ui')
  const nameOf = useName()
  const [draft, setDraft] = useState<Draft>(base ?? NEW)
  const command = useCommand('standards.draft', { quiet: true })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const save = async () => {
    const { aspect, title, text, method, unit, direction, target, frequency, figure } = draft
    if (target === null) return
    const principles = Object.fromEntries(Object.entries(draft.principles).filter(([, said]) => said?.trim()))
    const done = await command.run({
      ...{ code: base?.code ?? null, aspect, title, text, method, unit, direction, target, frequency, figure },
      principles,
    })
    if (!done.ok) return
    tellDone(t('saved'))
    onClose()
    onDone(done.value.id)
  }
  const choice = (name: Choice, names: Parameters<typeof choicesOf>[0]) => (
    <Select
      label={t(`fields.${name}`)}
      data={choicesOf(names, nameOf)}
      value={draft[name]}
      allowDeselect={false}
      onChange={(value) => value && change({ [name]: value })}
    />
  )
  const area = (name: 'text' | 'method') => (
    <TextArea
      keep={{ kind: 'standards-draft-dialog', subject: `${base?.id ?? 'new'} ${name}` }}
      required
      minRows={2}
      label={t(`fields.${name}`)}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  const isReady = [draft.title, draft.text, draft.method].every((one) => one.trim().length > 1) && draft.target !== null
  return (
    <FormDialog
      keep={{ kind: 'standards-draft-lines', subject: base?.id ?? 'new' }}
      title={t(base ? 'acts.next' : 'acts.draft')}
      save={u('actions.save')}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={isReady && draft.unit.trim() !== ''}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow>
        <TitleField label={t('fields.title')} value={draft.title} onChange={(title) => change({ title })} />
        {choice('aspect', ASPECT_NAMES)}
      </FieldRow>
      {area('text')}
      {area('method')}
      <FieldRow columns={3}>
        {choice('direction', DIRECTION_NAMES)}
        <FigureField
          required
          label={t('fields.target')}
          value={draft.target}
          onChange={(target) => change({ target })}
        />
        <TextInput
          required
          maxLength={20}
          label={t('fields.unit')}
          value={draft.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow>
        {choice('frequency', FREQUENCY_NAMES)}
        {choice('figure', FIGURE_NAMES)}
      </FieldRow>
      {DRAFTING.map((one) => (
        <TextInput
          key={one}
          maxLength={500}
          label={nameOf(DRAFTING_NAMES[one])}
          value={draft.principles[one] ?? ''}
          onChange={(event) => change({ principles: { ...draft.principles, [one]: event.currentTarget.value } })}
        />
      ))}
    </FormDialog>
  )
}
