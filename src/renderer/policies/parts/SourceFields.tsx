import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { SOURCE_MARK_NAMES } from '../../../shared/policies/words.ts'
import { type PolicySource, SOURCE_MARKS } from '../../../shared/policy.ts'
import { useT } from '../../i18n/use-t.ts'
import { today } from '../../ui/formats.ts'
import { optionsOf } from '../words.ts'

type Props = { source: PolicySource; onChange: (source: PolicySource) => void }

/** Where a figure comes from, in a form. */
export function SourceFields({ source, onChange }: Props) {
  const t = useT('policies')
  const text = (field: 'law' | 'url' | 'requirement') => (
    <TextInput
      label={t(`editor.${field}`)}
      value={source[field] ?? ''}
      onChange={(event) => {
        const { [field]: _, ...rest } = source
        const value = event.currentTarget.value
        onChange(value === '' ? rest : { ...rest, [field]: value })
      }}
    />
  )
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <Select
        label={t('editor.mark')}
        allowDeselect={false}
        data={optionsOf(SOURCE_MARK_NAMES)}
        value={source.mark}
        onChange={(value) =>
          onChange({ ...source, mark: SOURCE_MARKS.find((one) => one === value) ?? source.mark, asOf: today() })
        }
      />
      {text('requirement')}
      {text('law')}
      {text('url')}
    </SimpleGrid>
  )
}
