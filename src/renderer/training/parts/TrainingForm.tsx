import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import type { TrainingView } from '../../../shared/training/model.ts'
import {
  TEACHER_NAMES,
  TOPIC_TABLE,
  TRAINING_KIND_NAMES,
  TRAINING_TOPICS,
  TRAINING_WAY_NAMES,
} from '../../../shared/training/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { KeptAbout } from '../../drafts/kept-about.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { TrainingWhen } from './TrainingWhen.tsx'
import { blankFields, type Fields, type FieldsProps } from './training-fields.ts'

/** Escape closes a list of choices, not the form with what was typed. */
function keepOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault()
}

type Props = { year: number; known: TrainingView | null; onDone: (id: string) => void; onClose: () => void }

/** S2-180..182 S3-80: what a training is for, what it holds, how it is taught, when, by whom, and what it costs. */
export function TrainingForm({ year, known, onDone, onClose }: Props) {
  const t = useT('training')
  const [fields, setFields] = useState<Fields>(known ?? blankFields(year))
  const set = (change: Partial<Fields>) => setFields((old) => ({ ...old, ...change }))
  const save = useCommand('training.save', { quiet: true })
  const { responsibleId } = fields
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (responsibleId === null) return
    const { title, goal, content, kind, topics, way, teacher, studyIds, schedule, place, budgetFen, passMark } = fields
    const own = way === 'caseStudy' ? studyIds : []
    const training = { title, goal, content, kind, topics, way, teacher, schedule, place, budgetFen, passMark }
    const id = known === null ? {} : { id: known.id }
    const saved = await save.run({ ...id, year, training: { ...training, studyIds: own, responsibleId } })
    if (!saved.ok) return
    tellDone(t('saved'))
    onDone(saved.value.id)
  }
  const isReady =
    responsibleId !== null &&
    fields.topics.length > 0 &&
    [fields.title, fields.goal, fields.content, fields.teacher].every((text) => text.trim() !== '')
  const title = known === null ? t('add') : t('edit')
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('facts')}>
        <form className={flow.stack} onSubmit={(event) => void submit(event)} onKeyDown={keepOpen}>
          <FailureAlert failure={save.failure} />
          <KeptAbout value={known?.id ?? String(year)}>
            <What fields={fields} set={set} />
          </KeptAbout>
          <How fields={fields} set={set} />
          <TrainingWhen fields={fields} set={set} />
          <Button type="submit" className={flow.push ?? ''} loading={save.isBusy} disabled={!isReady}>
            {title}
          </Button>
          <KeepLines kind="training-lines" subject={known?.id ?? String(year)} />
        </form>
      </Section>
    </DetailPanel>
  )
}

function What({ fields, set }: FieldsProps) {
  const t = useT('training')
  const nameOf = useName()
  const topics = TRAINING_TOPICS.filter((topic) => TOPIC_TABLE[topic].kind === fields.kind)
  return (
    <>
      <TextInput
        label={t('fields.title')}
        maxLength={120}
        value={fields.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <TextArea
        keep={{ kind: 'training', subject: 'goal' }}
        label={t('fields.goal')}
        maxLength={1000}
        value={fields.goal}
        onChange={(event) => set({ goal: event.currentTarget.value })}
      />
      <FieldRow>
        <Select
          label={t('fields.kind')}
          data={choicesOf(TRAINING_KIND_NAMES, nameOf)}
          value={fields.kind}
          allowDeselect={false}
          onChange={(kind) => kind && set({ kind, topics: [] })}
        />
        <MultiSelect
          searchable
          label={t('fields.topics')}
          data={topics.map((value) => ({ value, label: nameOf(TOPIC_TABLE[value]) }))}
          value={fields.topics}
          onChange={(chosen) => set({ topics: topics.filter((topic) => chosen.includes(topic)) })}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'training', subject: 'content' }}
        label={t('fields.content')}
        minRows={2}
        maxLength={4000}
        value={fields.content}
        onChange={(event) => set({ content: event.currentTarget.value })}
      />
    </>
  )
}

function How({ fields, set }: FieldsProps) {
  const t = useT('training')
  const nameOf = useName()
  const isSeminar = fields.way === 'caseStudy'
  const { data: studies = [] } = useQuery('reviews.studies', { states: ['released'] }, { enabled: isSeminar })
  return (
    <>
      <FieldRow>
        <Select
          label={t('fields.way')}
          data={choicesOf(TRAINING_WAY_NAMES, nameOf)}
          value={fields.way}
          allowDeselect={false}
          onChange={(way) => way && set({ way })}
        />
        <TextInput
          label={nameOf(TEACHER_NAMES[fields.way])}
          maxLength={300}
          value={fields.teacher}
          onChange={(event) => set({ teacher: event.currentTarget.value })}
        />
      </FieldRow>
      {isSeminar && (
        <MultiSelect
          searchable
          label={t('fields.studies')}
          data={studies.map(({ id, title }) => ({ value: id, label: title }))}
          value={fields.studyIds}
          onChange={(studyIds) => set({ studyIds })}
        />
      )}
    </>
  )
}
