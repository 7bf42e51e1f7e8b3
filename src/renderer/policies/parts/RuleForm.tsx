import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  CLOCK_KIND_NAMES,
  CLOCK_KINDS,
  type TargetPolicy,
  type TargetRule,
  targetRule,
} from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { today } from '../../ui/formats.ts'
import { optionsOf } from '../words.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { focusFirstIssue } from './focus-issue.ts'
import { Problems } from './Problems.tsx'
import { MOVING_FIELDS, RuleEvents } from './RuleEvents.tsx'
import { RuleScope } from './RuleScope.tsx'
import { type RulePartProps, RuleTime } from './RuleTime.tsx'
import { RuleWarnings } from './RuleWarnings.tsx'
import { useRuleIssues } from './rule-issues.ts'
import { SourceFields } from './SourceFields.tsx'

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

/** Fields of the form that can show what is wrong with them. */
const FIELDS = [...MOVING_FIELDS, 'limit', 'calendar', 'warnings', 'when.categories', 'when.channels']

type Props = { rule: TargetRule; policy: TargetPolicy; onTake: (rule: TargetRule) => void; onClose: () => void }

/** One rule of the limits in a form; what does not hold together is said at its fields before it is taken over. */
export function RuleForm({ rule: start, policy, onTake, onClose }: Props) {
  const t = useT('policies')
  const [rule, setRule] = useState(start)
  const [isTried, setTried] = useState(false)
  const issues = useRuleIssues(rule, { policy, isTried, fields: FIELDS })
  const part = { rule, issues, onChange: (change: Partial<TargetRule>) => setRule({ ...rule, ...change }) }
  const take = async () => {
    const read = targetRule.safeParse(rule)
    if (read.success) return onTake(read.data)
    setTried(true)
    focusFirstIssue()
  }
  return (
    <FormDialog
      keep={null}
      title={t('editor.ruleTitle')}
      size={960}
      save={t('editor.take')}
      failure={undefined}
      isBusy={false}
      isReady
      onSave={take}
      onClose={onClose}
    >
      <Names {...part} />
      <FieldGroup name={t('editor.forWhom')} hint={t('editor.everyone')}>
        <RuleScope when={rule.when} issues={issues} onChange={(when) => part.onChange({ when })} />
      </FieldGroup>
      <FieldGroup name={t('editor.limit')}>
        <RuleTime {...part} />
      </FieldGroup>
      <RuleEvents {...part} />
      <RuleWarnings {...part} policy={policy} />
      <FieldGroup name={t('editor.source')}>
        <SourceFields source={rule.source} onChange={(source) => part.onChange({ source })} />
      </FieldGroup>
      {issues.others.length > 0 && <Problems problems={issues.others} />}
    </FormDialog>
  )
}

function Names({ rule, issues, onChange }: RulePartProps) {
  const t = useT('policies')
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <TextInput
        label={t('editor.nameZh')}
        value={rule.name.zh}
        error={issues.at('name.zh')}
        onChange={(event) => onChange({ name: { ...rule.name, zh: event.currentTarget.value } })}
        data-autofocus
        required
      />
      <TextInput
        label={t('editor.nameEn')}
        value={rule.name.en}
        error={issues.at('name.en')}
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
