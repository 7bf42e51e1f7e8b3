import { TextInput } from '@mantine/core'
import type { OpenBasis } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { FieldRow } from '../../ui/fields.tsx'
import { fromField, toField } from '../times.ts'
import type { FormPart } from './form-part.ts'
import { MemberField } from './MemberField.tsx'

/** Who it is about and how they are reached (S1-26, S2-20, S2-21), and when they said it (S1-24). */
export function CustomerFields({ form, set, errors, basis }: FormPart & { basis: OpenBasis | undefined }) {
  const t = useT('cases')
  const onFile = basis?.call?.phone || basis?.member?.phone
  return (
    <>
      <MemberField member={basis?.member ?? null} onChoose={(memberId) => set({ memberId })} error={errors.memberId} />
      <FieldRow columns={3}>
        <TextInput
          label={t('form.contactName')}
          placeholder={basis?.member?.name ?? basis?.call?.name}
          maxLength={60}
          value={form.contactName}
          error={errors.contactName}
          onChange={(event) => set({ contactName: event.currentTarget.value })}
        />
        <TextInput
          label={t('form.contactPhone')}
          placeholder={onFile ? t('form.fromFile', { phone: onFile }) : undefined}
          withAsterisk={!onFile}
          inputMode="tel"
          maxLength={30}
          value={form.contactPhone}
          error={errors.contactPhone}
          onChange={(event) => set({ contactPhone: event.currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('form.receivedAt')}
          title={t('form.receivedNow')}
          value={toField(form.receivedAt)}
          error={errors.receivedAt}
          onChange={(event) => set({ receivedAt: fromField(event.currentTarget.value) })}
        />
      </FieldRow>
      {!basis?.member && (
        <TextInput
          label={t('form.anonymousReason')}
          placeholder={t('form.anonymousHint')}
          withAsterisk
          maxLength={200}
          value={form.anonymousReason}
          error={errors.anonymousReason}
          onChange={(event) => set({ anonymousReason: event.currentTarget.value })}
        />
      )}
    </>
  )
}
