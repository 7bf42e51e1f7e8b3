import { MultiSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { CompensationPolicy, CompensationScope } from '../../../shared/compensation/policy.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { DraftFrame, type EditorProps } from '../parts/DraftFrame.tsx'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { AuthorityFields } from './AuthorityFields.tsx'
import { FormFields } from './FormFields.tsx'
import { RuleFields } from './RuleFields.tsx'

const DAYS = ['windowDays', 'executeWithinDays', 'milesPerYuan'] as const
const MOST = { windowDays: 730, executeWithinDays: 90, milesPerYuan: 1000 } as const

/** S2-160 S2-166: tariff, forms and authority of a draft; whether they hold together is checked while they change. */
export function CompensationEditor({ detail, start, onDone }: EditorProps<CompensationPolicy>) {
  const t = useT('tariff')
  const [policy, setPolicy] = useState(start)
  const change = (to: Partial<CompensationPolicy>) => setPolicy({ ...policy, ...to })
  const { forms, rules, scopes, authority, second, windowDays, executeWithinDays, milesPerYuan, benefit } = policy
  return (
    <DraftFrame
      detail={detail}
      kind="compensation"
      policy={policy}
      body={() => ({
        ...{ forms, rules, scopes, authority, second, windowDays, executeWithinDays, milesPerYuan, benefit },
      })}
      label={t('label')}
      onDone={onDone}
      fields={DAYS.map((name) => (
        <NumberInput
          key={name}
          label={t(name)}
          w={170}
          min={1}
          max={MOST[name]}
          allowDecimal={false}
          value={policy[name]}
          onChange={(typed) => change({ [name]: Number(typed) || 1 })}
        />
      ))}
    >
      <h2 className={styles.part}>{t('authority')}</h2>
      <AuthorityFields rows={authority} forms={forms} onChange={(to) => change({ authority: to })} />
      <Second policy={policy} onChange={change} />
      <h2 className={styles.part}>{t('rules')}</h2>
      <RuleFields rules={rules} onChange={(to) => change({ rules: to })} />
      <h2 className={styles.part}>{t('scopes')}</h2>
      <Scopes policy={policy} onChange={(to) => change({ scopes: to })} />
      <h2 className={styles.part}>{t('forms')}</h2>
      <FormFields forms={forms} onChange={(to) => change({ forms: to })} />
      <h2 className={styles.part}>{t('benefit')}</h2>
      <Benefit policy={policy} onChange={change} />
    </DraftFrame>
  )
}

type PartProps = { policy: CompensationPolicy; onChange: (to: Partial<CompensationPolicy>) => void }

function Second({ policy: { second }, onChange }: PartProps) {
  const t = useT('tariff')
  const u = useT('ui')
  const nameOf = useName()
  const { deskNames, offeredDeskNames } = useClasses()
  const kept = Object.fromEntries(second.signsFor.map((code) => [code, deskNames[code] ?? { zh: code, en: code }]))
  return (
    <fieldset className={styles.choices} aria-label={t('above')}>
      <legend>{t('above')}</legend>
      <MultiSelect
        label={t('secondRoles')}
        w={240}
        data={LEAD_ROLES.map((role) => ({ value: role, label: u(`roles.${role}`) }))}
        value={second.roles}
        onChange={(values) =>
          onChange({ second: { ...second, roles: LEAD_ROLES.filter((role) => values.includes(role)) } })
        }
      />
      <MultiSelect
        label={t('signsFor')}
        w={320}
        data={choicesOf({ ...offeredDeskNames, ...kept }, nameOf)}
        value={second.signsFor}
        onChange={(values) => onChange({ second: { ...second, signsFor: values } })}
      />
    </fieldset>
  )
}

function Scopes({ policy, onChange }: { policy: CompensationPolicy; onChange: (scopes: CompensationScope[]) => void }) {
  const rules = policy.rules.map(({ id, name }) => ({ value: id, label: name[side()] }))
  return policy.scopes.map((scope) => (
    <MultiSelect
      key={scope.id}
      mb={8}
      label={scope.name[side()]}
      description={scope.note[side()]}
      data={rules}
      value={scope.ruleIds}
      onChange={(ruleIds) => onChange(policy.scopes.map((one) => (one === scope ? { ...scope, ruleIds } : one)))}
    />
  ))
}

const BENEFIT = { churn: 'churnPercentPerPoint', base: 'basePercent', target: 'targetPercent' } as const

function Benefit({ policy: { benefit }, onChange }: PartProps) {
  const t = useT('tariff')
  return (
    <div className={styles.fields}>
      {(['churn', 'base', 'target'] as const).map((name) => (
        <NumberInput
          key={name}
          label={t(name)}
          w={260}
          min={0}
          max={100}
          value={benefit[BENEFIT[name]]}
          onChange={(typed) => onChange({ benefit: { ...benefit, [BENEFIT[name]]: Number(typed) || 0 } })}
        />
      ))}
    </div>
  )
}
