import { SimpleGrid, TextInput } from '@mantine/core'
import type { Bilingual } from '../../../shared/contract.ts'
import { useT } from '../../i18n/use-t.ts'

type Props = { name: Bilingual; isWrong: boolean; onChange: (name: Bilingual) => void }

/** A name in both languages, each of which must be given. */
export function NamePair({ name, isWrong, onChange }: Props) {
  const t = useT('policies')
  const u = useT('ui')
  const errorOf = (text: string) => (isWrong && text.trim() === '' ? u('issues.invalid') : undefined)
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <TextInput
        label={t('editor.nameZh')}
        required
        data-autofocus
        value={name.zh}
        error={errorOf(name.zh)}
        onChange={(event) => onChange({ ...name, zh: event.currentTarget.value })}
      />
      <TextInput
        label={t('editor.nameEn')}
        required
        value={name.en}
        error={errorOf(name.en)}
        onChange={(event) => onChange({ ...name, en: event.currentTarget.value })}
      />
    </SimpleGrid>
  )
}
