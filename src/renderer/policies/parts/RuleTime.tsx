import { MultiSelect, NumberInput, Select, SimpleGrid } from '@mantine/core'
import { EVENT_NAMES, STARTS_AT_NAMES, UNIT_NAMES } from '../../../shared/policies/words.ts'
import { LIMIT_UNITS, STARTS_AT, type TargetRule } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import { optionsOf, side } from '../words.ts'

/** States in which a case waits for somebody else. */
const PAUSING = ['waitingCustomer', 'waitingPartner'] as const

type Props = {
  rule: TargetRule
  issues: Record<string, string>
  onChange: (part: Partial<TargetRule>) => void
}

/** How long a rule gives, by which calendar, from what to what, and while what it stands still. */
export function RuleTime({ rule, issues, onChange }: Props) {
  const t = useT('policies')
  const calendars = useQuery('calendars.list', {}, { topics: ['policies'] })
  const events = optionsOf(EVENT_NAMES)
  const isEvent = (value: string): value is TargetRule['stopsOn'][number] => Object.hasOwn(EVENT_NAMES, value)
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <NumberInput
        label={t('editor.amount')}
        min={1}
        error={issues['limit.amount']}
        value={rule.limit.amount}
        onChange={(value) => onChange({ limit: { ...rule.limit, amount: Math.round(Number(value)) || 0 } })}
      />
      <Select
        label={t('editor.unit')}
        allowDeselect={false}
        data={optionsOf(UNIT_NAMES)}
        value={rule.limit.unit}
        onChange={(value) =>
          onChange({ limit: { ...rule.limit, unit: LIMIT_UNITS.find((one) => one === value) ?? rule.limit.unit } })
        }
      />
      <Select
        label={t('editor.calendar')}
        allowDeselect={false}
        data={(calendars.data ?? []).map(({ id, name }) => ({ value: id, label: `${name[side()]} (${id})` }))}
        value={rule.calendar}
        onChange={(value) => onChange({ calendar: value ?? rule.calendar })}
      />
      <Select
        label={t('editor.startsAt')}
        allowDeselect={false}
        data={optionsOf(STARTS_AT_NAMES)}
        value={rule.startsAt}
        onChange={(value) => {
          const startsAt = STARTS_AT.find((one) => one === value) ?? rule.startsAt
          onChange({ startsAt, startsOn: startsAt === 'event' ? (rule.startsOn ?? ['assigned']) : undefined })
        }}
      />
      {rule.startsOn && (
        <MultiSelect
          label={t('editor.startsOn')}
          data={events}
          value={[...rule.startsOn]}
          error={issues.startsOn}
          searchable
          onChange={(values) => onChange({ startsOn: values.filter(isEvent) })}
        />
      )}
      <MultiSelect
        label={t('editor.stopsOn')}
        data={events}
        value={[...rule.stopsOn]}
        error={issues.stopsOn}
        searchable
        onChange={(values) => onChange({ stopsOn: values.filter(isEvent) })}
      />
      {rule.clock !== 'legal' && (
        <MultiSelect
          label={t('editor.pausesIn')}
          data={[...new Set([...PAUSING, ...(rule.pausesIn ?? [])])].map((value) => ({
            value,
            label: EVENT_NAMES[value]?.[side()] ?? value,
          }))}
          value={[...(rule.pausesIn ?? [])]}
          onChange={(pausesIn) => onChange({ pausesIn: pausesIn.length === 0 ? undefined : pausesIn })}
        />
      )}
    </SimpleGrid>
  )
}
