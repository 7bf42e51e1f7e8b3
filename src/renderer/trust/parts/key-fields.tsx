import { PasswordInput } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { TextArea } from '../../ui/TextArea.tsx'

type FieldProps = { value: string; onChange: (value: string) => void }

/** `isFirst`: it has the focus when the dialog opens. */
type ReasonProps = FieldProps & { error: string | undefined; isFirst?: boolean }

/** Why something is done to the keys of the store. */
export function ReasonField({ value, error, isFirst, onChange }: ReasonProps) {
  const t = useT('keys')
  return (
    <TextArea
      keep={{ kind: 'trust-reason-field-reason', subject: 'new' }}
      data-autofocus={isFirst || undefined}
      required
      minRows={2}
      maxLength={500}
      label={t('reason')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** The own password, which every act on the keys asks for. */
export function OwnPasswordField({ value, onChange }: FieldProps) {
  const t = useT('keys')
  return (
    <PasswordInput
      required
      autoComplete="off"
      label={t('password')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
