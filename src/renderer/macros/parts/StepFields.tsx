import { NumberInput, Select } from '@mantine/core'
import { DIRECTION_NAMES } from '../../../shared/cases/stages.ts'
import { IMPORTANCE_NAMES, SEVERITY_NAMES, URGENCY_NAMES } from '../../../shared/cases/words.ts'
import { ANSWER_KINDS } from '../../../shared/knowledge/words.ts'
import { MESSAGE_CHANNEL_NAMES } from '../../../shared/messages/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { categoryChoices, useClasses } from '../../ui/classes.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { choicesOf, orChinese, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import type { StepForm } from './step-form.ts'

type Props = { form: StepForm; set: (change: Partial<StepForm>) => void }

/** The fields of one kind of step, besides its words. */
export function StepFields({ form, set }: Props) {
  switch (form.act) {
    case 'note':
      return null
    case 'class':
      return <Class form={form} set={set} />
    case 'assess':
      return <Assessment form={form} set={set} />
    case 'assign':
      return <Person form={form} set={set} />
    case 'followUp':
    case 'todo':
      return (
        <>
          <Minutes form={form} set={set} />
          <Person form={form} set={set} />
        </>
      )
    case 'promise':
      return <Minutes form={form} set={set} />
    case 'message':
      return <Message form={form} set={set} />
    case 'article':
      return <Article form={form} set={set} />
  }
}

function Person({ form, set }: Props) {
  const t = useT('macros')
  return (
    <PersonField
      label={t('edit.person')}
      placeholder={t('edit.self')}
      clearable
      value={form.ownerId}
      onChange={(ownerId) => set({ ownerId })}
    />
  )
}

function Minutes({ form, set }: Props) {
  const t = useT('macros')
  return (
    <NumberInput
      label={t('edit.minutes')}
      min={5}
      max={86_400}
      allowDecimal={false}
      value={form.inMinutes}
      onChange={(value) => typeof value === 'number' && set({ inMinutes: value })}
    />
  )
}

function Class({ form, set }: Props) {
  const t = useT('macros')
  const nameOf = useName()
  const classes = useClasses()
  return (
    <>
      <Select
        label={t('edit.category')}
        withAsterisk
        searchable
        data={categoryChoices(classes.offered.categories, classes, nameOf)}
        value={form.category}
        onChange={(category) => set({ category })}
      />
      <Select
        label={t('edit.severity')}
        placeholder={t('edit.keep')}
        clearable
        data={choicesOf(SEVERITY_NAMES, nameOf)}
        value={form.severity}
        onChange={(severity) => set({ severity })}
      />
    </>
  )
}

function Assessment({ form, set }: Props) {
  const t = useT('macros')
  const nameOf = useName()
  return (
    <>
      <ChoiceField
        label={t('edit.urgency')}
        data={choicesOf(URGENCY_NAMES, nameOf)}
        value={form.urgency}
        onChange={(urgency) => set({ urgency })}
      />
      <ChoiceField
        label={t('edit.importance')}
        data={choicesOf(IMPORTANCE_NAMES, nameOf)}
        value={form.importance}
        onChange={(importance) => set({ importance })}
      />
      <ChoiceField
        label={t('edit.direction')}
        data={choicesOf(DIRECTION_NAMES, nameOf)}
        value={form.direction}
        onChange={(direction) => set({ direction })}
      />
    </>
  )
}

function Message({ form, set }: Props) {
  const t = useT('macros')
  const nameOf = useName()
  const { data = [] } = useQuery('messages.templates', {}, { topics: ['messages'] })
  const wordings = data.filter(({ state, occasion }) => state === 'published' && occasion !== 'calm')
  return (
    <>
      <Select
        label={t('edit.template')}
        withAsterisk
        searchable
        data={wordings.map(({ code, name }) => ({ value: code, label: nameOf(name) }))}
        value={form.templateCode}
        onChange={(templateCode) => set({ templateCode })}
      />
      <ChoiceField
        label={t('edit.channel')}
        data={choicesOf(MESSAGE_CHANNEL_NAMES, nameOf)}
        value={form.channel}
        onChange={(channel) => set({ channel })}
      />
    </>
  )
}

function Article({ form, set }: Props) {
  const t = useT('macros')
  const nameOf = useName()
  const { data = [] } = useQuery('knowledge.list', { kinds: [...ANSWER_KINDS] }, { topics: ['knowledge'] })
  return (
    <Select
      label={t('edit.article')}
      withAsterisk
      searchable
      data={data.map(({ code, title }) => ({ value: code, label: nameOf(orChinese(title)) }))}
      value={form.articleCode}
      onChange={(articleCode) => set({ articleCode })}
    />
  )
}
