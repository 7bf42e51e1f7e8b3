import { Checkbox, Group, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import {
  areUsualWarnings,
  isUsualReminder,
  SPAN_UNITS,
  type SpanUnit,
  spanOf,
} from '../../../shared/policies/clock-words.ts'
import type { PolicySource } from '../../../shared/policy.ts'
import {
  type Reminder,
  reminder as reminderShape,
  type TargetPolicy,
  warningSteps,
} from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { today } from '../../ui/formats.ts'
import { useQuery } from '../../use-query.ts'
import { side } from '../words.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { SourceFields } from './SourceFields.tsx'
import { StepsTable } from './StepsTable.tsx'
import { AlsoField, LevelField, TellsField } from './ToldFields.tsx'

/** What the common warnings of a policy are made of. */
export type Common = Pick<TargetPolicy, 'warnings' | 'reminder' | 'sources'>

type Props = { policy: TargetPolicy; onTake: (common: Common) => void; onClose: () => void }

const DAILY: Reminder = { everyMinutes: SPAN_UNITS.days, level: 3, tells: 'manager' }

/** What warns of every limit without steps of its own, and what is told again after a limit has run out. */
export function WarningsDialog({ policy, onTake, onClose }: Props) {
  const t = useT('policies')
  const [common, setCommon] = useState<Common>({
    warnings: policy.warnings,
    reminder: policy.reminder,
    sources: policy.sources,
  })
  const { warnings, reminder, sources } = common
  const change = (part: Partial<Common>) => setCommon({ ...common, ...part })
  const issues = useIssues({ ...policy, ...common })
  const take = async () => {
    const read = warningSteps.safeParse(warnings)
    if (!read.success || (reminder && !reminderShape.safeParse(reminder).success)) return
    onTake({ ...common, warnings: read.data })
  }
  const source = (field: 'warnings' | 'reminder', isUsual: boolean) => (
    <SourceFields
      source={sources?.[field] ?? unsaid(isUsual)}
      onChange={(next) => change({ sources: { ...sources, [field]: next } })}
    />
  )
  return (
    <FormDialog
      keep={null}
      title={t('common.title')}
      size={760}
      save={t('editor.take')}
      failure={undefined}
      isBusy={false}
      isReady
      onSave={take}
      onClose={onClose}
    >
      <FieldGroup name={t('common.warnings')} hint={t('common.hint')}>
        <StepsTable
          label={t('common.warnings')}
          steps={warnings}
          error={issues.warnings}
          onChange={(next) => change({ warnings: next })}
        />
        {source('warnings', areUsualWarnings(warnings))}
      </FieldGroup>
      <FieldGroup name={t('common.reminder')}>
        <Checkbox
          label={t('common.isReminding')}
          checked={reminder !== undefined}
          onChange={(event) =>
            change({ reminder: event.currentTarget.checked ? (policy.reminder ?? DAILY) : undefined })
          }
        />
        {reminder && (
          <>
            <ReminderFields
              reminder={reminder}
              error={issues.reminder}
              onChange={(next) => change({ reminder: next })}
            />
            {source('reminder', isUsualReminder(reminder))}
          </>
        )}
      </FieldGroup>
    </FormDialog>
  )
}

/** What a figure without a source is taken for until somebody says otherwise. */
const unsaid = (isUsual: boolean): PolicySource => ({ mark: isUsual ? 'D' : 'seed', asOf: today() })

/** What is wrong with the common warnings and the reminder, in words. */
function useIssues(policy: TargetPolicy): { warnings: string | undefined; reminder: string | undefined } {
  const t = useT('policies')
  const ui = useT('ui')
  const steps = warningSteps.safeParse(policy.warnings)
  const again = reminderShape.optional().safeParse(policy.reminder)
  const check = useQuery(
    'policies.check',
    { kind: 'targets', body: policy },
    { enabled: steps.success && again.success },
  )
  const found = (path: string) => check.data?.find((one) => one.path === path && one.level === 'error')?.text[side()]
  const shape = steps.error?.issues.some(({ message }) => message === 'warnings-order')
    ? t('issues.policy-warnings-order')
    : ui('issues.invalid')
  return {
    warnings: steps.success ? found('warnings') : shape,
    reminder: again.success ? found('reminder') : t('common.atLeastHourly'),
  }
}

type ReminderProps = { reminder: Reminder; error: string | undefined; onChange: (reminder: Reminder) => void }

function ReminderFields({ reminder, error, onChange }: ReminderProps) {
  const t = useT('policies')
  const { everyMinutes, ...told } = reminder
  const [span, setSpan] = useState(spanOf(everyMinutes))
  const put = (next: { unit: SpanUnit; amount: number }) => {
    setSpan(next)
    onChange({ ...told, everyMinutes: next.amount * SPAN_UNITS[next.unit] })
  }
  const field = { told, onChange: (next: typeof told) => onChange({ everyMinutes, ...next }) }
  return (
    <Group gap="sm" align="start" my={8}>
      <NumberInput
        label={t('common.every')}
        w={150}
        min={1}
        value={span.amount}
        error={error}
        onChange={(value) => put({ ...span, amount: Math.round(Number(value)) || 0 })}
      />
      <Select
        label={t('common.everyUnit')}
        w={110}
        allowDeselect={false}
        data={(['minutes', 'hours', 'days'] as const).map((value) => ({ value, label: t(`common.${value}`) }))}
        value={span.unit}
        onChange={(value) => put({ ...span, unit: value === 'days' || value === 'hours' ? value : 'minutes' })}
      />
      <LevelField {...field} />
      <TellsField {...field} />
      <AlsoField {...field} />
    </Group>
  )
}
