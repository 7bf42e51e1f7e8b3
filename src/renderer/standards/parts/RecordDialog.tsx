import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Input } from '../../../shared/contracts.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { OptimisationView } from '../../../shared/standards/optimisations.ts'
import {
  EFFECT_NAMES,
  RECORD_NAMES,
  type RecordKind,
  STAGE_NAMES,
  STAGE_RECORDS,
  type Stage,
  TRIP_STAGE_NAMES,
} from '../../../shared/standards/optimise-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FigureField } from '../../ui/FigureField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Draft = Omit<Input<'optimisations.record'>, 'id' | 'stage' | 'kind' | 'personId'> & { personId?: UserId | null }
type Part = 'tripStage' | 'replaces' | 'where' | 'person' | 'result' | 'figures'

/** What is asked of each kind of record besides its name and what it says. */
const PARTS: Partial<Record<RecordKind, readonly Part[]>> = {
  presentStep: ['tripStage'],
  survey: ['result'],
  interview: ['person', 'result'],
  need: ['tripStage'],
  problem: ['tripStage'],
  newStep: ['tripStage', 'replaces'],
  measure: ['person'],
  training: ['where', 'person'],
  incentive: ['person'],
  trial: ['where', 'result'],
  place: ['where'],
  evaluation: ['where', 'figures'],
  told: ['person'],
}

type Props = { work: OptimisationView; stage: Stage; onClose: () => void }

/** Adds a record of the stage; which fields it has follows from its kind. */
export function RecordDialog({ work, stage, onClose }: Props) {
  const t = useT('optimise')
  const nameOf = useName()
  const kinds = STAGE_RECORDS[stage]
  const [kind, setKind] = useState<RecordKind>(kinds[0] ?? 'idea')
  const [draft, setDraft] = useState<Draft>({ title: '', text: '' })
  const command = useCommand('optimisations.record', { quiet: true })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const asks = (part: Part) => PARTS[kind]?.includes(part) ?? false
  const save = async () => {
    const { title, text } = draft
    const done = await command.run({ id: work.id, stage, kind, ...draft, title, text })
    if (done.ok) onClose()
  }
  const area = (name: 'text' | 'result') => (
    <TextArea
      keep={{ kind: 'standards-record-dialog', subject: `${work.id} ${stage} ${name}` }}
      minRows={2}
      required={name === 'text'}
      label={t(`fields.${name}`)}
      value={draft[name] ?? ''}
      onChange={(event) => change({ [name]: event.currentTarget.value || null })}
    />
  )
  return (
    <FormDialog
      keep={{ kind: 'standards-record-lines', subject: `${work.id} ${stage}` }}
      title={nameOf(STAGE_NAMES[stage])}
      save={t('acts.add')}
      failure={command.failure}
      isBusy={command.isBusy}
      isReady={draft.title.trim().length > 1 && (draft.text ?? '').trim().length > 1}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow>
        <Select
          label={t('fields.kind')}
          data={kinds.map((value) => ({ value, label: nameOf(RECORD_NAMES[value]) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => {
            if (!value) return
            setKind(value)
            setDraft({ title: draft.title, text: draft.text })
          }}
        />
        <TitleField label={t('fields.title')} value={draft.title} onChange={(title) => change({ title })} />
      </FieldRow>
      {area('text')}
      <FieldRow>
        {asks('tripStage') && (
          <Select
            clearable
            label={t('fields.tripStage')}
            data={choicesOf(TRIP_STAGE_NAMES, nameOf)}
            value={draft.tripStage ?? null}
            onChange={(tripStage) => change({ tripStage })}
          />
        )}
        {asks('replaces') && (
          <Select
            clearable
            label={t('fields.replaces')}
            data={work.records.flatMap((one) =>
              one.kind === 'presentStep' ? [{ value: one.id, label: one.title }] : [],
            )}
            value={draft.replacesId ?? null}
            onChange={(replacesId) => change({ replacesId })}
          />
        )}
        {asks('where') && (
          <>
            <TextInput
              maxLength={120}
              label={t('fields.place')}
              value={draft.place ?? ''}
              onChange={(event) => change({ place: event.currentTarget.value || null })}
            />
            <DayField
              label={t('fields.from')}
              value={draft.fromDay ?? null}
              onChange={(fromDay) => change({ fromDay })}
            />
            <DayField label={t('fields.to')} value={draft.toDay ?? null} onChange={(toDay) => change({ toDay })} />
          </>
        )}
        {asks('person') && (
          <PersonField
            clearable
            label={t('fields.person')}
            value={draft.personId ?? null}
            onChange={(personId) => change({ personId })}
          />
        )}
      </FieldRow>
      {asks('figures') && (
        <FieldRow>
          <Select
            required
            label={t('fields.effect')}
            data={choicesOf(EFFECT_NAMES, nameOf)}
            value={draft.effect ?? null}
            onChange={(effect) => change({ effect })}
          />
          <TextInput
            required
            maxLength={20}
            label={t('fields.unit')}
            value={draft.unit ?? ''}
            onChange={(event) => change({ unit: event.currentTarget.value || null })}
          />
          <FigureField
            required
            label={t('fields.before')}
            value={draft.before ?? null}
            onChange={(before) => change({ before })}
          />
          <FigureField
            required
            label={t('fields.after')}
            value={draft.after ?? null}
            onChange={(after) => change({ after })}
          />
        </FieldRow>
      )}
      {asks('result') && area('result')}
    </FormDialog>
  )
}
