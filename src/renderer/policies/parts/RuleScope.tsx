import { MultiSelect, Select, SimpleGrid } from '@mantine/core'
import { CASE_KIND_NAMES, SEVERITY_NAMES, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import type { TargetWhen } from '../../../shared/targets/model.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { optionsOf } from '../words.ts'
import type { RuleIssues } from './rule-issues.ts'

const WHEN_FIELDS = {
  kinds: CASE_KIND_NAMES,
  tiers: MEMBER_TIER_NAMES,
  severities: SEVERITY_NAMES,
  timeClasses: TIME_CLASS_NAMES,
  categories: {},
  channels: {},
} as const

type Props = { when: TargetWhen; issues: RuleIssues; onChange: (when: TargetWhen) => void }

/** For which cases and members a rule is; a field that is left empty is for all of them. */
export function RuleScope({ when, issues, onChange }: Props) {
  const t = useT('policies')
  const { categoryNames, channelNames } = useClasses()
  const names = { ...WHEN_FIELDS, categories: categoryNames, channels: channelNames }
  const { isComplex } = when
  return (
    <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
      {(Object.keys(WHEN_FIELDS) as (keyof typeof WHEN_FIELDS)[]).map((field) => (
        <MultiSelect
          key={field}
          label={t(`editor.${field}`)}
          data={optionsOf(names[field])}
          value={[...(when[field] ?? [])]}
          error={issues.at(`when.${field}`)}
          searchable
          onChange={(values) => {
            const { [field]: _, ...rest } = when
            onChange(values.length === 0 ? rest : { ...rest, [field]: values })
          }}
        />
      ))}
      <Select
        label={t('editor.complex')}
        allowDeselect={false}
        data={[
          { value: 'any', label: t('editor.complexAny') },
          { value: 'yes', label: t('editor.complexYes') },
          { value: 'no', label: t('editor.complexNo') },
        ]}
        value={isComplex === undefined ? 'any' : isComplex ? 'yes' : 'no'}
        onChange={(value) => {
          const { isComplex: _, ...rest } = when
          onChange(value === 'any' ? rest : { ...rest, isComplex: value === 'yes' })
        }}
      />
    </SimpleGrid>
  )
}
