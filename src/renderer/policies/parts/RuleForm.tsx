import {
  Button,
  Checkbox,
  Group,
  Modal,
  MultiSelect,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core'
import { useState } from 'react'
import { CASE_KIND_NAMES, SEVERITY_NAMES, TIME_CLASS_NAMES } from '../../../shared/cases/words.ts'
import { EVENT_NAMES, SOURCE_MARK_NAMES, STARTS_AT_NAMES, UNIT_NAMES } from '../../../shared/policies/words.ts'
import { SOURCE_MARKS } from '../../../shared/policy.ts'
import {
  CLOCK_KIND_NAMES,
  CLOCK_KINDS,
  LIMIT_UNITS,
  STARTS_AT,
  type TargetRule,
  type TargetWhen,
  targetRule,
} from '../../../shared/targets/model.ts'
import { MEMBER_TIER_NAMES } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { today } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { optionsOf, side } from '../words.ts'

/** A rule to begin with, under an id that is not taken. */
export function newRule(rules: readonly TargetRule[]): TargetRule {
  let number = rules.length + 1
  while (rules.some(({ id }) => id === `own-${number}`)) number += 1
  return {
    id: `own-${number}`,
    pack: 'DESK-OWN',
    name: { zh: '', en: '' },
    isEnabled: true,
    clock: 'resolve',
    when: { kinds: ['complaint'] },
    limit: { unit: 'workingDays', amount: 3 },
    calendar: 'CN',
    startsAt: 'received',
    stopsOn: ['handled', 'rejected'],
    source: { mark: 'seed', asOf: today() },
  }
}

const WHEN_FIELDS = {
  kinds: CASE_KIND_NAMES,
  tiers: MEMBER_TIER_NAMES,
  severities: SEVERITY_NAMES,
  timeClasses: TIME_CLASS_NAMES,
  categories: {},
  channels: {},
} as const

/** States in which a case waits for somebody else. */
const PAUSING = ['waitingCustomer', 'waitingPartner'] as const

type Props = { rule: TargetRule; onTake: (rule: TargetRule) => void; onClose: () => void }

/** One rule of the limits in a form; what does not hold together is said before it is taken over. */
export function RuleForm({ rule: start, onTake, onClose }: Props) {
  const t = useT('policies')
  const ui = useT('ui')
  const [rule, setRule] = useState(start)
  const [issues, setIssues] = useState<Record<string, string>>({})
  const change = (part: Partial<TargetRule>) => setRule({ ...rule, ...part })
  const take = () => {
    const read = targetRule.safeParse(rule)
    if (read.success) return onTake(read.data)
    setIssues(Object.fromEntries(read.error.issues.map(({ path }) => [path.join('.'), ui('issues.invalid')])))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('editor.ruleTitle')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          take()
        }}
      >
        <Stack gap="sm">
          <Names rule={rule} issues={issues} onChange={change} />
          <Scope when={rule.when} onChange={(when) => change({ when })} />
          <Time rule={rule} issues={issues} onChange={change} />
          <Source rule={rule} onChange={change} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {ui('actions.cancel')}
            </Button>
            <Button type="submit">{t('editor.take')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

type PartProps = { rule: TargetRule; onChange: (part: Partial<TargetRule>) => void }
type IssueProps = PartProps & { issues: Record<string, string> }

function Names({ rule, issues, onChange }: IssueProps) {
  const t = useT('policies')
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <TextInput
        label={t('editor.nameZh')}
        value={rule.name.zh}
        error={issues['name.zh']}
        onChange={(event) => onChange({ name: { ...rule.name, zh: event.currentTarget.value } })}
        data-autofocus
        required
      />
      <TextInput
        label={t('editor.nameEn')}
        value={rule.name.en}
        error={issues['name.en']}
        onChange={(event) => onChange({ name: { ...rule.name, en: event.currentTarget.value } })}
        required
      />
      <Select
        label={t('editor.clock')}
        allowDeselect={false}
        data={optionsOf(CLOCK_KIND_NAMES)}
        value={rule.clock}
        onChange={(value) => onChange({ clock: CLOCK_KINDS.find((one) => one === value) ?? rule.clock })}
      />
      <Checkbox
        mt={26}
        label={t('editor.enabled')}
        checked={rule.isEnabled}
        onChange={(event) => onChange({ isEnabled: event.currentTarget.checked })}
      />
    </SimpleGrid>
  )
}

function Scope({ when, onChange }: { when: TargetWhen; onChange: (when: TargetWhen) => void }) {
  const t = useT('policies')
  const { categoryNames, channelNames } = useClasses()
  const names = { ...WHEN_FIELDS, categories: categoryNames, channels: channelNames }
  const { isComplex } = when
  return (
    <>
      <span className={styles.dim}>
        {t('editor.forWhom')} · {t('editor.everyone')}
      </span>
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        {(Object.keys(WHEN_FIELDS) as (keyof typeof WHEN_FIELDS)[]).map((field) => (
          <MultiSelect
            key={field}
            label={t(`editor.${field}`)}
            data={optionsOf(names[field])}
            value={[...(when[field] ?? [])]}
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
    </>
  )
}

function Time({ rule, issues, onChange }: IssueProps) {
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

function Source({ rule, onChange }: PartProps) {
  const t = useT('policies')
  const { source } = rule
  const text = (field: 'law' | 'url' | 'requirement') => (
    <TextInput
      label={t(`editor.${field}`)}
      value={source[field] ?? ''}
      onChange={(event) => {
        const { [field]: _, ...rest } = source
        const value = event.currentTarget.value
        onChange({ source: value === '' ? rest : { ...rest, [field]: value } })
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
          onChange({
            source: { ...source, mark: SOURCE_MARKS.find((one) => one === value) ?? source.mark, asOf: today() },
          })
        }
      />
      {text('requirement')}
      {text('law')}
      {text('url')}
    </SimpleGrid>
  )
}
