import { Checkbox, PasswordInput, SegmentedControl, Select, TextInput } from '@mantine/core'
import { ENCRYPTIONS, type Encryption } from '../../../shared/exports/model.ts'
import { EXPORT_PROFILES, type ExportProfile, PROFILE_RULES } from '../../../shared/exports/profiles.ts'
import type { Language } from '../../../shared/session/model.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'

/** What was agreed about a copy, as it is being filled in. */
export type CopyDraft = {
  profile: ExportProfile
  destroyBy: Day | null
  encryption: Encryption
  passphrase: string
  keys: string
  leavesMainland: boolean
  approval: string
  language: Language
}

type Props = { value: CopyDraft; onChange: (draft: CopyDraft) => void }

/** The parts of a call's input that a draft says. */
export function copyInput({ profile, destroyBy, encryption, passphrase, keys, ...rest }: CopyDraft) {
  const recipientKeys = keys.split(/\s+/).filter((key) => key !== '')
  return {
    profile,
    language: rest.language,
    ...(destroyBy ? { destroyBy } : {}),
    ...(encryption === 'passphrase' ? { passphrase } : {}),
    ...(encryption === 'recipients' ? { recipientKeys } : {}),
    ...(rest.leavesMainland ? { leavesMainland: true, approval: rest.approval } : {}),
  }
}

/** False while an encryption was chosen but not what it needs. */
export function isCopyReady({ encryption, passphrase, keys }: CopyDraft): boolean {
  if (encryption === 'passphrase') return passphrase !== ''
  return encryption === 'none' || keys.trim() !== ''
}

/** For whom the data is cut down, how long the copy may be kept, and how it is locked. */
export function CopyFields({ value, onChange }: Props) {
  const t = useT('exports')
  const nameOf = useName()
  const set = (part: Partial<CopyDraft>) => onChange({ ...value, ...part })
  return (
    <>
      <FieldRow>
        <Select
          label={t('form.profile')}
          data={EXPORT_PROFILES.map((profile) => ({ value: profile, label: nameOf(PROFILE_RULES[profile].name) }))}
          value={value.profile}
          allowDeselect={false}
          onChange={(profile) => set({ profile: EXPORT_PROFILES.find((one) => one === profile) ?? 'archive' })}
        />
        <DayField label={t('form.destroyBy')} value={value.destroyBy} onChange={(destroyBy) => set({ destroyBy })} />
      </FieldRow>
      <p style={{ margin: 0, color: 'var(--mantine-color-dimmed)', fontSize: 'var(--mantine-font-size-sm)' }}>
        {nameOf(PROFILE_RULES[value.profile].meaning)}
      </p>
      <FieldRow>
        <Select
          label={t('form.encryption')}
          data={ENCRYPTIONS.map((one) => ({ value: one, label: t(`encryptions.${one}`) }))}
          value={value.encryption}
          allowDeselect={false}
          onChange={(chosen) => set({ encryption: ENCRYPTIONS.find((one) => one === chosen) ?? 'none' })}
        />
        {value.encryption === 'passphrase' && (
          <PasswordInput
            label={t('form.passphrase')}
            value={value.passphrase}
            onChange={(event) => set({ passphrase: event.currentTarget.value })}
            required
          />
        )}
      </FieldRow>
      {value.encryption === 'recipients' && (
        <TextArea
          label={t('form.keys')}
          description={t('form.keysHint')}
          value={value.keys}
          onChange={(event) => set({ keys: event.currentTarget.value })}
          minRows={2}
          required
        />
      )}
      <Checkbox
        label={t('form.abroad')}
        checked={value.leavesMainland}
        onChange={(event) => set({ leavesMainland: event.currentTarget.checked })}
      />
      {value.leavesMainland && (
        <TextInput
          label={t('form.approval')}
          value={value.approval}
          onChange={(event) => set({ approval: event.currentTarget.value })}
          required
        />
      )}
      <SegmentedControl
        aria-label={t('form.language')}
        data={[
          { value: 'zh-CN', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        value={value.language}
        onChange={(language) => set({ language: language === 'en' ? 'en' : 'zh-CN' })}
      />
    </>
  )
}
