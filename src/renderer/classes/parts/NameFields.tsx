import { Switch, TextInput } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { FieldRow } from '../../ui/fields.tsx'

type Named = { code: string; name: { zh: string; en: string }; isActive: boolean }

type Props = {
  row: Named
  /** Undefined for a code that stays: it is the key of old cases. */
  onCode?: ((code: string) => void) | undefined
  codeHint: string
  errors: Record<string, string>
  mayEdit: boolean
  onChange: (part: Partial<Pick<Named, 'name' | 'isActive'>>) => void
}

/** Code, both names, and whether it is still given to new cases. */
export function NameFields({ row, onCode, codeHint, errors, mayEdit, onChange }: Props) {
  const t = useT('classes')
  const { code, name, isActive } = row
  return (
    <>
      <TextInput
        label={t('fields.code')}
        description={onCode ? codeHint : undefined}
        withAsterisk={onCode !== undefined}
        value={code}
        readOnly={!onCode}
        error={errors.code}
        maxLength={61}
        onChange={(event) => onCode?.(event.currentTarget.value)}
      />
      <FieldRow>
        <TextInput
          label={t('fields.nameZh')}
          withAsterisk
          maxLength={40}
          value={name.zh}
          readOnly={!mayEdit}
          error={errors['name.zh']}
          onChange={(event) => onChange({ name: { ...name, zh: event.currentTarget.value } })}
        />
        <TextInput
          label={t('fields.nameEn')}
          withAsterisk
          maxLength={60}
          value={name.en}
          readOnly={!mayEdit}
          error={errors['name.en']}
          onChange={(event) => onChange({ name: { ...name, en: event.currentTarget.value } })}
        />
      </FieldRow>
      <Switch
        label={t('fields.isActive')}
        checked={isActive}
        disabled={!mayEdit}
        onChange={(event) => onChange({ isActive: event.currentTarget.checked })}
      />
    </>
  )
}
