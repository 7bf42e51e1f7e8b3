import { NumberInput, Select, SimpleGrid } from '@mantine/core'
import { UNIT_NAMES } from '../../../shared/policies/words.ts'
import { LIMIT_UNITS, type Limit, type TargetRule } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { optionsOf, side } from '../words.ts'
import type { RuleIssues } from './rule-issues.ts'

/** What every part of the form of a rule is given. */
export type RulePartProps = {
  rule: TargetRule
  issues: RuleIssues
  onChange: (part: Partial<TargetRule>) => void
}

/** How long a rule gives, and by which calendar. */
export function RuleTime({ rule, issues, onChange }: RulePartProps) {
  const t = useT('policies')
  const calendars = useQuery('calendars.list', {}, { topics: ['policies'] })
  return (
    <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
      <LimitFields
        labels={{ amount: t('editor.amount'), unit: t('editor.unit') }}
        limit={rule.limit}
        error={issues.at('limit.amount') ?? issues.at('limit')}
        onChange={(limit) => onChange({ limit })}
      />
      <Select
        label={t('editor.calendar')}
        allowDeselect={false}
        data={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: `${name[side()]} (${id})` }))}
        value={rule.calendar}
        error={issues.at('calendar')}
        onChange={(value) => onChange({ calendar: value ?? rule.calendar })}
      />
    </SimpleGrid>
  )
}

type LimitProps = {
  labels: { amount: string; unit: string }
  limit: Limit
  error: string | undefined
  onChange: (limit: Limit) => void
}

/** A length of time with its unit, as two fields. */
export function LimitFields({ labels, limit, error, onChange }: LimitProps) {
  return (
    <>
      <NumberInput
        label={labels.amount}
        min={1}
        error={error}
        value={limit.amount}
        onChange={(value) => onChange({ ...limit, amount: Math.round(Number(value)) || 0 })}
      />
      <Select
        label={labels.unit}
        allowDeselect={false}
        data={optionsOf(UNIT_NAMES)}
        value={limit.unit}
        onChange={(value) => onChange({ ...limit, unit: LIMIT_UNITS.find((one) => one === value) ?? limit.unit })}
      />
    </>
  )
}
