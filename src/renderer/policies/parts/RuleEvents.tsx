import { Checkbox, MultiSelect, Select, SimpleGrid } from '@mantine/core'
import { EVENT_NAMES, nameIn, STARTS_AT_NAMES } from '../../../shared/policies/words.ts'
import { neverPauses, STARTS_AT } from '../../../shared/targets/model.ts'
import { CASE_EVENTS } from '../../../shared/workflow/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useStages } from '../stages.ts'
import { optionsOf, side } from '../words.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { LimitFields, type RulePartProps } from './RuleTime.tsx'

const EVENT_FIELDS = ['startsOn', 'stopsOn', 'restartsOn', 'cancelsOn', 'pausesOn', 'resumesOn'] as const
const STATE_FIELDS = ['startsIn', 'pausesIn'] as const

/** The fields of the form that name an event or a stage, and so can be wrong. */
export const MOVING_FIELDS: readonly string[] = [...EVENT_FIELDS, ...STATE_FIELDS, 'repeat']

type EventField = (typeof EVENT_FIELDS)[number]
type StateField = (typeof STATE_FIELDS)[number]

/** What moves the clock of a rule: its beginning, its pauses, and its ends. */
export function RuleEvents(props: RulePartProps) {
  const t = useT('policies')
  const { rule } = props
  // What a legal limit may not do is shown only where a rule already says it, so that it can be taken out.
  const mayPause = !neverPauses(rule.clock) || rule.pausesIn || rule.pausesOn || rule.resumesOn
  return (
    <>
      <Start {...props} />
      <FieldGroup name={t('clock.pausing')} hint={mayPause ? t('clock.pausingHint') : t('clock.legalNever')}>
        {mayPause && (
          <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
            <StatesField {...props} field="pausesIn" />
            <EventsField {...props} field="pausesOn" />
            <EventsField {...props} field="resumesOn" />
          </SimpleGrid>
        )}
      </FieldGroup>
      <FieldGroup name={t('clock.ending')} hint={t('clock.endingHint')}>
        <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
          <EventsField {...props} field="stopsOn" />
          <EventsField {...props} field="cancelsOn" />
        </SimpleGrid>
      </FieldGroup>
      <Rounds {...props} />
    </>
  )
}

function Start(props: RulePartProps) {
  const t = useT('policies')
  const { rule, onChange } = props
  return (
    <FieldGroup name={t('clock.starting')}>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <Select
          label={t('editor.startsAt')}
          allowDeselect={false}
          data={optionsOf(STARTS_AT_NAMES)}
          value={rule.startsAt}
          onChange={(value) => {
            const startsAt = STARTS_AT.find((one) => one === value) ?? rule.startsAt
            const isEvent = startsAt === 'event'
            onChange({
              startsAt,
              startsOn: isEvent ? (rule.startsOn ?? ['assigned']) : undefined,
              startsIn: isEvent ? rule.startsIn : undefined,
            })
          }}
        />
        {rule.startsAt === 'event' && <EventsField {...props} field="startsOn" />}
        {(rule.startsAt === 'event' || rule.startsIn) && <StatesField {...props} field="startsIn" />}
      </SimpleGrid>
    </FieldGroup>
  )
}

/** Whether a promise repeats: what keeps it and begins the next round, and how long that is. */
function Rounds(props: RulePartProps) {
  const t = useT('policies')
  const { rule, issues, onChange } = props
  const hasOwn = rule.repeat !== undefined
  return (
    <FieldGroup name={t('clock.repeating')} hint={t('clock.repeatingHint')}>
      <SimpleGrid cols={3} spacing="sm" verticalSpacing="xs">
        <EventsField {...props} field="restartsOn" />
        {rule.repeat && (
          <LimitFields
            labels={{ amount: t('clock.roundAmount'), unit: t('clock.roundUnit') }}
            limit={rule.repeat}
            error={issues.at('repeat.amount') ?? issues.at('repeat')}
            onChange={(repeat) => onChange({ repeat })}
          />
        )}
      </SimpleGrid>
      {(rule.restartsOn || hasOwn) && (
        <Checkbox
          mt={8}
          label={t('clock.ownRound')}
          checked={hasOwn}
          onChange={(event) => onChange({ repeat: event.currentTarget.checked ? { ...rule.limit } : undefined })}
        />
      )}
    </FieldGroup>
  )
}

function EventsField({ rule, issues, onChange, field }: RulePartProps & { field: EventField }) {
  const t = useT('policies')
  return (
    <MultiSelect
      label={t(`editor.${field}`)}
      data={optionsOf(EVENT_NAMES).filter(({ value }) => CASE_EVENTS.some((event) => event === value))}
      value={[...(rule[field] ?? [])]}
      error={issues.at(field)}
      searchable
      clearable
      required={field === 'stopsOn'}
      onChange={(values) => {
        const events = CASE_EVENTS.filter((event) => values.includes(event))
        // A limit is always ended by something and an event's limit begun by one: there an empty list is said to be wrong.
        const isNeeded = field === 'stopsOn' || field === 'startsOn'
        onChange({ [field]: events.length > 0 || isNeeded ? events : undefined })
      }}
    />
  )
}

function StatesField({ rule, issues, onChange, field }: RulePartProps & { field: StateField }) {
  const t = useT('policies')
  const { names, handled } = useStages()
  const chosen = rule[field] ?? []
  return (
    <MultiSelect
      label={t(`editor.${field}`)}
      data={[...new Set([...handled, ...chosen])].map((value) => ({ value, label: nameIn(names, value, side()) }))}
      value={[...chosen]}
      error={issues.at(field)}
      searchable
      clearable
      onChange={(values) => onChange({ [field]: values.length > 0 ? values : undefined })}
    />
  )
}
