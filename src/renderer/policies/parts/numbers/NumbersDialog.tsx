import { useState } from 'react'
import { type DeskNumbers, numbersOf } from '../../../../shared/targets/desk-numbers.ts'
import { type TargetPolicy, targetPolicy } from '../../../../shared/targets/model.ts'
import { useT } from '../../../i18n/use-t.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useQuery } from '../../../use-query.ts'
import styles from '../../policies.module.css'
import { FieldGroup } from '../FieldGroup.tsx'
import { Problems } from '../Problems.tsx'
import { SourceFields } from '../SourceFields.tsx'
import { AttemptFields } from './AttemptFields.tsx'
import { PatternFields } from './PatternFields.tsx'
import { PriorityFields } from './PriorityFields.tsx'

type Props = { policy: TargetPolicy; onTake: (numbers: DeskNumbers) => void; onClose: () => void }

const PARTS = /^(patterns|priorities|attempts)/

/** S4-141 S2-30 S1-50: the numbers beside the limits, each part with where it comes from. */
export function NumbersDialog({ policy, onTake, onClose }: Props) {
  const t = useT('policies')
  const [numbers, setNumbers] = useState(numbersOf(policy))
  const { patterns, priorities, attempts } = numbers
  const body = { ...policy, ...numbers }
  const isWhole = targetPolicy.safeParse(body).success
  const check = useQuery('policies.check', { kind: 'targets', body })
  const problems = (check.data ?? []).filter(({ path }) => PARTS.test(path))
  return (
    <FormDialog
      keep={null}
      title={t('numbers.title')}
      size={860}
      save={t('editor.take')}
      failure={undefined}
      isBusy={false}
      isReady={isWhole}
      onSave={async () => onTake(numbers)}
      onClose={onClose}
    >
      <p className={styles.dim}>{t('numbers.hint')}</p>
      <FieldGroup name={t('common.patterns')} hint={t('numbers.patternsHint')}>
        <PatternFields value={patterns} onChange={(next) => setNumbers({ ...numbers, patterns: next })} />
        <SourceFields
          source={patterns.source}
          onChange={(source) => setNumbers({ ...numbers, patterns: { ...patterns, source } })}
        />
      </FieldGroup>
      <FieldGroup name={t('common.priorities')} hint={t('numbers.prioritiesHint')}>
        <PriorityFields value={priorities} onChange={(next) => setNumbers({ ...numbers, priorities: next })} />
        <SourceFields
          source={priorities.source}
          onChange={(source) => setNumbers({ ...numbers, priorities: { ...priorities, source } })}
        />
      </FieldGroup>
      <FieldGroup name={t('common.attempts')} hint={t('numbers.attemptsHint')}>
        <AttemptFields value={attempts} onChange={(next) => setNumbers({ ...numbers, attempts: next })} />
        <SourceFields
          source={attempts.source}
          onChange={(source) => setNumbers({ ...numbers, attempts: { ...attempts, source } })}
        />
      </FieldGroup>
      {problems.length > 0 && <Problems problems={problems} />}
    </FormDialog>
  )
}
