import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import { SOURCE_MARK_NAMES } from '../../../shared/policies/words.ts'
import { SOURCE_MARKS } from '../../../shared/policy.ts'
import { CLOCK_KIND_NAMES, CLOCK_KINDS, type TargetRule, targetRule } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { today } from '../../ui/formats.ts'
import { optionsOf } from '../words.ts'
import { RuleScope } from './RuleScope.tsx'
import { RuleTime } from './RuleTime.tsx'

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

type Props = { rule: TargetRule; onTake: (rule: TargetRule) => void; onClose: () => void }

/** One rule of the limits in a form; what does not hold together is said before it is taken over. */
export function RuleForm({ rule: start, onTake, onClose }: Props) {
  const t = useT('policies')
  const ui = useT('ui')
  const [rule, setRule] = useState(start)
  const [issues, setIssues] = useState<Record<string, string>>({})
  const change = (part: Partial<TargetRule>) => setRule({ ...rule, ...part })
  const take = async () => {
    const read = targetRule.safeParse(rule)
    if (read.success) return onTake(read.data)
    setIssues(Object.fromEntries(read.error.issues.map(({ path }) => [path.join('.'), ui('issues.invalid')])))
  }
  return (
    <FormDialog
      title={t('editor.ruleTitle')}
      save={t('editor.take')}
      failure={undefined}
      isBusy={false}
      isReady
      onSave={take}
      onClose={onClose}
    >
      <Names rule={rule} issues={issues} onChange={change} />
      <RuleScope when={rule.when} onChange={(when) => change({ when })} />
      <RuleTime rule={rule} issues={issues} onChange={change} />
      <Source rule={rule} onChange={change} />
    </FormDialog>
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
