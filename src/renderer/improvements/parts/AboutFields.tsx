import { Select, TextInput } from '@mantine/core'
import type { UserId } from '../../../shared/ids.ts'
import { IMPROVEMENT_KIND_NAMES, type ImprovementKind } from '../../../shared/improvements/words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'

export type About = {
  kind: ImprovementKind
  title: string
  finding: string
  ownerId: UserId | null
  dueDay: Day | null
  topic: string
  policyId: string | null
}

export const NEW_ABOUT: About = {
  ...{ kind: 'process', title: '', finding: '', ownerId: null, dueDay: null, topic: '', policyId: null },
}

/** True when nothing that has to be there is missing. */
export function isWhole({ kind, title, finding, topic }: About): boolean {
  return title.trim().length > 1 && finding.trim().length > 1 && (kind !== 'training' || topic.trim().length > 1)
}

/** As a call takes it: what does not belong to its kind is left out. */
export function toInput({ topic, policyId, ...about }: About) {
  return {
    ...about,
    topic: about.kind === 'training' ? topic : null,
    policyId: about.kind === 'rule' ? policyId : null,
  }
}

type Props = {
  value: About
  onChange: (about: About) => void
  errors: Record<string, string>
  /** False where the finding stands already, and is only given a title. */
  hasFinding?: boolean
}

/** What an improvement is about, whose it is and by when. */
export function AboutFields({ value, onChange, errors, hasFinding = true }: Props) {
  const t = useT('improvements')
  const nameOf = useName()
  const set = (part: Partial<About>) => onChange({ ...value, ...part })
  return (
    <>
      <FieldRow>
        <Select
          label={t('fields.kind')}
          data={choicesOf(IMPROVEMENT_KIND_NAMES, nameOf)}
          value={value.kind}
          allowDeselect={false}
          onChange={(kind) => kind && set({ kind })}
        />
        <TextInput
          required
          data-autofocus
          label={t('fields.title')}
          maxLength={120}
          value={value.title}
          error={errors.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
      </FieldRow>
      {hasFinding && (
        <TextArea
          keep={{ kind: 'improvements-about-fields-finding', subject: 'new' }}
          required
          minRows={2}
          maxRows={8}
          maxLength={4000}
          label={t('fields.finding')}
          value={value.finding}
          error={errors.finding}
          onChange={(event) => set({ finding: event.currentTarget.value })}
        />
      )}
      <FieldRow>
        <PersonField
          clearable
          label={t('fields.owner')}
          value={value.ownerId}
          onChange={(ownerId) => set({ ownerId })}
        />
        <DayField label={t('fields.due')} value={value.dueDay} onChange={(dueDay) => set({ dueDay })} />
      </FieldRow>
      {value.kind === 'training' && (
        <TextInput
          required
          label={t('fields.topic')}
          maxLength={200}
          value={value.topic}
          error={errors.topic}
          onChange={(event) => set({ topic: event.currentTarget.value })}
        />
      )}
      {value.kind === 'rule' && <PolicyField value={value.policyId} onChange={(policyId) => set({ policyId })} />}
    </>
  )
}

function PolicyField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useT('improvements')
  const nameOf = useName()
  const { data = [] } = useQuery('policies.list', {}, { topics: ['policies'] })
  return (
    <Select
      clearable
      searchable
      label={t('fields.policy')}
      data={data.map(({ id, name, version }) => ({ value: id, label: `${nameOf(name)} · ${version}` }))}
      value={value}
      onChange={onChange}
    />
  )
}
