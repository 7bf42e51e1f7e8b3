import { SegmentedControl } from '@mantine/core'
import { warningsText } from '../../../shared/policies/words.ts'
import type { TargetPolicy } from '../../../shared/targets/model.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { FieldGroup } from './FieldGroup.tsx'
import type { RulePartProps } from './RuleTime.tsx'
import { StepsTable } from './StepsTable.tsx'

/** Whether a rule warns like all others or by steps of its own. */
export function RuleWarnings({ rule, issues, onChange, policy }: RulePartProps & { policy: TargetPolicy }) {
  const t = useT('policies')
  const { warnings } = rule
  return (
    <FieldGroup name={t('clock.warning')}>
      <SegmentedControl
        aria-label={t('clock.warning')}
        mb={6}
        value={warnings ? 'own' : 'common'}
        onChange={(value) => onChange({ warnings: value === 'own' ? (warnings ?? [...policy.warnings]) : undefined })}
        data={[
          { value: 'common', label: t('clock.common') },
          { value: 'own', label: t('clock.own') },
        ]}
      />
      {warnings ? (
        <StepsTable
          label={t('clock.warning')}
          steps={warnings}
          error={issues.at('warnings') ?? issues.at('warnings.percent')}
          onChange={(next) => onChange({ warnings: next })}
        />
      ) : (
        <p className={styles.dim}>{warningsText(policy.warnings, side())}</p>
      )}
    </FieldGroup>
  )
}
