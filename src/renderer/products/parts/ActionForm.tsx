import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { ACTION_KIND_NAMES, type ActionKind } from '../../../shared/products/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

/** S4-47: a new action of the service strategy. */
export function ActionForm({ onClose }: { onClose: () => void }) {
  const t = useT('products')
  const nameOf = useName()
  const [kind, setKind] = useState<ActionKind>('training')
  const [strategyId, setStrategy] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const [goal, setGoal] = useState('')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [dueDay, setDue] = useState<Day | null>(today())
  const { data: strategies = [] } = useQuery('strategies.list', {}, { topics: ['todos'] })
  const add = useCommand('strategyActions.add', { quiet: true })
  const isReady = title.trim() !== '' && goal.trim() !== '' && ownerId !== null && dueDay !== null
  const save = async () => {
    if (ownerId === null || dueDay === null) return
    if (!(await add.run({ kind, strategyId, title, goal, ownerId, dueDay })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <DetailPanel title={t('action.add')} label={t('action.add')} onClose={onClose}>
      <Section title={t('tabs.actions')}>
        <FailureAlert failure={add.failure} />
        <div className={record.form}>
          <ChoiceField
            label={t('action.kind')}
            data={choicesOf(ACTION_KIND_NAMES, nameOf)}
            value={kind}
            onChange={setKind}
          />
          <Select
            label={t('action.strategy')}
            placeholder={t('action.noStrategy')}
            clearable
            data={strategies.map((one) => ({ value: one.id, label: one.title }))}
            value={strategyId}
            onChange={setStrategy}
          />
          <TextInput
            className={record.wide ?? ''}
            label={t('action.name')}
            maxLength={120}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextArea
            keep={{ kind: 'products-action-form-goal', subject: 'new' }}
            className={record.wide ?? ''}
            label={t('action.goal')}
            minRows={2}
            maxLength={1000}
            value={goal}
            onChange={(event) => setGoal(event.currentTarget.value)}
          />
          <PersonField label={t('action.owner')} value={ownerId} onChange={setOwner} />
          <DayField label={t('action.due')} value={dueDay} onChange={setDue} />
          <KeepLines kind="products-action-lines" subject="new" />
          <div className={`${record.wide} ${record.buttons}`}>
            <Button loading={add.isBusy} disabled={!isReady} onClick={() => void save()}>
              {t('action.add')}
            </Button>
          </div>
        </div>
      </Section>
    </DetailPanel>
  )
}
