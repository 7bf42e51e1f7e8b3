import { SimpleGrid } from '@mantine/core'
import { useState } from 'react'
import { type DeskNumbers, type NumberPart, numbersOf } from '../../../../shared/targets/desk-numbers.ts'
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
import { QueueFields } from './QueueFields.tsx'
import { WholeNumber } from './WholeNumber.tsx'

type Props = { policy: TargetPolicy; onTake: (numbers: DeskNumbers) => void; onClose: () => void }

/** S4-141 S4-161 S2-30 S5-18 S1-50: the numbers beside the limits, each part with where it comes from. */
export function NumbersDialog({ policy, onTake, onClose }: Props) {
  const t = useT('policies')
  const [numbers, setNumbers] = useState(numbersOf(policy))
  const { patterns, looks, priorities, queue, attempts } = numbers
  const body = { ...policy, ...numbers }
  const isWhole = targetPolicy.safeParse(body).success
  const check = useQuery('policies.check', { kind: 'targets', body })
  const told = (part: NumberPart) => {
    const problems = (check.data ?? []).filter(({ path }) => path.split('.')[0] === part)
    return problems.length > 0 && <Problems problems={problems} />
  }
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
        {told('patterns')}
        <SourceFields
          source={patterns.source}
          onChange={(source) => setNumbers({ ...numbers, patterns: { ...patterns, source } })}
        />
      </FieldGroup>
      <FieldGroup name={t('common.looks')} hint={t('numbers.looksHint')}>
        <SimpleGrid cols={5} spacing="sm" mb="xs">
          <WholeNumber
            label={t('numbers.everyHours')}
            min={1}
            max={168}
            value={looks.everyHours}
            onChange={(everyHours) => setNumbers({ ...numbers, looks: { ...looks, everyHours } })}
          />
        </SimpleGrid>
        {told('looks')}
        <SourceFields
          source={looks.source}
          onChange={(source) => setNumbers({ ...numbers, looks: { ...looks, source } })}
        />
      </FieldGroup>
      <FieldGroup name={t('common.priorities')} hint={t('numbers.prioritiesHint')}>
        <PriorityFields value={priorities} onChange={(next) => setNumbers({ ...numbers, priorities: next })} />
        {told('priorities')}
        <SourceFields
          source={priorities.source}
          onChange={(source) => setNumbers({ ...numbers, priorities: { ...priorities, source } })}
        />
      </FieldGroup>
      <FieldGroup name={t('common.queue')} hint={t('numbers.queueHint')}>
        <QueueFields value={queue} onChange={(next) => setNumbers({ ...numbers, queue: next })} />
        {told('queue')}
        <SourceFields
          source={queue.source}
          onChange={(source) => setNumbers({ ...numbers, queue: { ...queue, source } })}
        />
      </FieldGroup>
      <FieldGroup name={t('common.attempts')} hint={t('numbers.attemptsHint')}>
        <AttemptFields value={attempts} onChange={(next) => setNumbers({ ...numbers, attempts: next })} />
        {told('attempts')}
        <SourceFields
          source={attempts.source}
          onChange={(source) => setNumbers({ ...numbers, attempts: { ...attempts, source } })}
        />
      </FieldGroup>
    </FormDialog>
  )
}
