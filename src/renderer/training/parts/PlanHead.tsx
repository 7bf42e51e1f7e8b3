import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PlanView } from '../../../shared/training/model.ts'
import { PLAN_STATE_NAMES } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText, moneyText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './training.module.css'

type Props = { year: number; plan: PlanView | null; mayEdit: boolean }

/** A year's goal and money, made by a lead and approved by a manager. */
export function PlanHead({ year, plan, mayEdit }: Props) {
  const t = useT('training')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [isEditing, setEditing] = useState(false)
  const approve = useCommand('training.approvePlan')
  const submit = async () => {
    const done = await approve.run({ year })
    if (done.ok) tellDone(t('plan.done'))
  }
  if (isEditing) return <PlanForm year={year} plan={plan} onDone={() => setEditing(false)} />
  if (plan === null)
    return (
      <div className={flow.stack}>
        <EmptyState title={t('plan.none', { year })} text={t('plan.noneText')} />
        {mayEdit && (
          <div className={flow.line}>
            <Button onClick={() => setEditing(true)}>{t('plan.make')}</Button>
          </div>
        )}
      </div>
    )
  return (
    <section className={`${styles.head} ${flow.stack}`} aria-label={t('plan.goal')}>
      <div className={flow.line}>
        <StateBadge tone={plan.state === 'approved' ? 'good' : 'warn'} label={nameOf(PLAN_STATE_NAMES[plan.state])} />
        <span>{t('plan.planned', { planned: moneyText(plan.plannedFen), budget: moneyText(plan.budgetFen) })}</span>
        {plan.approvedAt !== null && (
          <span className={record.faint}>
            {t('plan.approved', { name: plan.approvedByName ?? '', time: dateTimeText(plan.approvedAt) })}
          </span>
        )}
        {mayEdit && (
          <Button className={flow.push ?? ''} size="compact-sm" variant="default" onClick={() => setEditing(true)}>
            {t('plan.edit')}
          </Button>
        )}
        {isManager && plan.state === 'draft' && (
          <Button size="compact-sm" loading={approve.isBusy} onClick={() => void submit()}>
            {t('plan.approve')}
          </Button>
        )}
      </div>
      <p className={flow.text}>{plan.goal}</p>
    </section>
  )
}

function PlanForm({ year, plan, onDone }: { year: number; plan: PlanView | null; onDone: () => void }) {
  const t = useT('training')
  const u = useT('ui')
  const [goal, setGoal] = useState(plan?.goal ?? '')
  const [budgetFen, setBudget] = useState<number | null>(plan?.budgetFen ?? 0)
  const save = useCommand('training.savePlan')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const saved = await save.run({ year, goal, budgetFen: budgetFen ?? 0 })
    if (!saved.ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form className={`${styles.head} ${flow.stack}`} onSubmit={(event) => void submit(event)}>
      <TextArea
        keep={{ kind: 'training-plan-form-goal', subject: String(year) }}
        label={t('plan.goal')}
        minRows={2}
        maxLength={2000}
        value={goal}
        error={save.fieldErrors.goal}
        onChange={(event) => setGoal(event.currentTarget.value)}
      />
      <YuanField label={t('plan.budget')} value={budgetFen} onChange={setBudget} error={save.fieldErrors.budgetFen} />
      <div className={flow.line}>
        <Button variant="default" className={flow.push ?? ''} onClick={onDone}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={save.isBusy} disabled={goal.trim() === ''}>
          {t('plan.save')}
        </Button>
      </div>
    </form>
  )
}
