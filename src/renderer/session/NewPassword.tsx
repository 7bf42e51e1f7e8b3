import { PasswordInput, Progress, Text } from '@mantine/core'
import { useId } from 'react'
import { useT } from '../i18n/use-t.ts'
import { strengthOf } from './strength.ts'

type Props = {
  label: string
  repeatLabel: string
  value: string
  repeated: string
  onChange: (value: string) => void
  onRepeat: (value: string) => void
  error?: string | undefined
  login?: string
}

const COLOURS = { short: 'red.7', weak: 'red.7', fair: 'yellow.7', good: 'teal.7', strong: 'teal.8' }

/** A new password typed twice, with advice on its strength. */
export function NewPassword({ label, repeatLabel, value, repeated, onChange, onRepeat, error, login = '' }: Props) {
  const t = useT('session')
  const id = useId()
  const { level, missing, share } = strengthOf(value, login)
  const advice = level === 'short' ? t('strength.short', { n: missing }) : t(`strength.${level}`)
  const differs = repeated !== '' && repeated !== value
  return (
    <>
      <div>
        <PasswordInput
          label={label}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          error={error}
          aria-describedby={id}
          autoComplete="new-password"
          required
        />
        <Progress value={share * 100} color={COLOURS[level]} size={4} mt={6} aria-label={t('strength.label')} />
        <Text id={id} size="xs" c="dimmed" mt={2} mih={19}>
          {value === '' ? t('strength.short', { n: missing }) : advice}
        </Text>
      </div>
      <PasswordInput
        label={repeatLabel}
        value={repeated}
        onChange={(event) => onRepeat(event.currentTarget.value)}
        error={differs ? t('fields.mismatch') : undefined}
        autoComplete="new-password"
        required
      />
    </>
  )
}

/** True when the two are equal and long enough to be sent. */
export function isUsable(password: string, repeated: string): boolean {
  return password === repeated && strengthOf(password).level !== 'short'
}
