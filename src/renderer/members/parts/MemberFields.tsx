import { ActionIcon, Autocomplete, Select, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react'
import type { MemberBasics } from '../../../shared/members/model.ts'
import {
  DOCUMENT_TYPE_NAMES,
  DOCUMENT_TYPES,
  GENDER_NAMES,
  GENDERS,
  PROVINCES,
  SERVICE_LANGUAGE_NAMES,
  SERVICE_LANGUAGES,
} from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import type { MemberDraft, Replaced } from '../draft.ts'

type Props = {
  draft: MemberDraft
  /** The file being changed; its numbers stand masked as placeholders. */
  kept?: MemberBasics
  set: (change: Partial<MemberDraft>) => void
  errors: Record<string, string>
}

/** The fields of a file that every form about a member shares. */
export function MemberFields({ draft, kept, set, errors }: Props) {
  const t = useT('members')
  const text = (field: 'name' | 'title' | 'city' | 'level') => (
    <TextInput
      label={t(`file.${field}`)}
      value={draft[field]}
      error={errors[field]}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
    />
  )
  return (
    <>
      <FieldRow columns={3}>
        {text('name')}
        {text('title')}
        <GenderField draft={draft} set={set} />
        <NumberField
          label={t('file.mobile')}
          value={draft.mobile}
          masked={kept?.maskedMobile}
          error={errors.mobile}
          onChange={(mobile) => set({ mobile })}
        />
        <NumberField
          label={t('file.email')}
          value={draft.email}
          masked={kept?.maskedEmail}
          error={errors.email}
          onChange={(email) => set({ email })}
        />
        <NumberField
          label={t('file.wechat')}
          value={draft.wechat}
          masked={kept?.maskedWechat}
          error={errors.wechat}
          onChange={(wechat) => set({ wechat })}
        />
        <DocumentTypeField draft={draft} set={set} />
        <NumberField
          label={t('file.documentNo')}
          value={draft.documentNo}
          masked={kept?.maskedDocument}
          error={errors.documentNo}
          onChange={(documentNo) => set({ documentNo })}
        />
        <DayField
          label={t('file.birthDate')}
          max={today()}
          value={draft.birthDate}
          error={errors.birthDate}
          onChange={(birthDate) => set({ birthDate })}
        />
        <Autocomplete
          label={t('file.province')}
          data={PROVINCES}
          value={draft.province}
          error={errors.province}
          onChange={(province) => set({ province })}
        />
        {text('city')}
        <LanguageField draft={draft} set={set} />
        {text('level')}
        <DayField
          label={t('file.enrolledOn')}
          max={today()}
          value={draft.enrolledOn}
          error={errors.enrolledOn}
          onChange={(enrolledOn) => set({ enrolledOn })}
        />
      </FieldRow>
      <TextInput
        label={t('file.preferences')}
        description={t('form.preferencesHint')}
        value={draft.preferences}
        error={errors.preferences}
        onChange={(event) => set({ preferences: event.currentTarget.value })}
      />
      <TextArea
        keep={kept ? undefined : { kind: 'members-care-notes', subject: 'new' }}
        label={t('file.careNotes')}
        minRows={2}
        maxRows={6}
        value={draft.careNotes}
        error={errors.careNotes}
        onChange={(event) => set({ careNotes: event.currentTarget.value })}
      />
    </>
  )
}

type Choice = Pick<Props, 'draft' | 'set'>

function GenderField({ draft, set }: Choice) {
  const t = useT('members')
  const nameOf = useName()
  return (
    <Select
      label={t('file.gender')}
      value={draft.gender}
      onChange={(value) => set({ gender: GENDERS.find((each) => each === value) ?? 'unknown' })}
      data={GENDERS.map((each) => ({ value: each, label: nameOf(GENDER_NAMES[each]) }))}
    />
  )
}

function LanguageField({ draft, set }: Choice) {
  const t = useT('members')
  const nameOf = useName()
  return (
    <Select
      label={t('file.language')}
      value={draft.language}
      onChange={(value) => set({ language: SERVICE_LANGUAGES.find((each) => each === value) ?? 'zh-CN' })}
      data={SERVICE_LANGUAGES.map((each) => ({ value: each, label: nameOf(SERVICE_LANGUAGE_NAMES[each]) }))}
    />
  )
}

function DocumentTypeField({ draft, set }: Choice) {
  const t = useT('members')
  const u = useT('ui')
  const nameOf = useName()
  return (
    <Select
      label={t('file.documentType')}
      value={draft.documentType ?? ''}
      onChange={(value) => set({ documentType: DOCUMENT_TYPES.find((each) => each === value) ?? null })}
      data={[
        { value: '', label: u('states.none') },
        ...DOCUMENT_TYPES.map((each) => ({ value: each, label: nameOf(DOCUMENT_TYPE_NAMES[each]) })),
      ]}
    />
  )
}

type NumberProps = {
  label: string
  value: Replaced
  masked: string | undefined
  error: string | undefined
  onChange: (value: Replaced) => void
}

/** A number that is written anew or left as it is, without being shown; it can also be taken away. */
function NumberField({ label, value, masked = '', error, onChange }: NumberProps) {
  const t = useT('members')
  const u = useT('ui')
  const isKept = value === undefined && masked !== ''
  const isRemoved = value === null && masked !== ''
  const action = isKept ? t('form.removeNumber') : u('actions.back')
  return (
    <TextInput
      label={label}
      value={value ?? ''}
      error={error}
      placeholder={isKept ? masked : ''}
      title={isKept ? t('form.keep', { value: masked }) : undefined}
      onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
      rightSection={
        (isKept || isRemoved) && (
          <ActionIcon
            size={20}
            variant="subtle"
            color="gray"
            aria-label={`${label}: ${action}`}
            onClick={() => onChange(isKept ? null : undefined)}
          >
            {isKept ? <IconTrash size={13} /> : <IconArrowBackUp size={13} />}
          </ActionIcon>
        )
      }
    />
  )
}
