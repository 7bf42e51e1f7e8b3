import { Button, NumberInput, Progress } from '@mantine/core'
import { useState } from 'react'
import type { PlanItem, WorkPlanView } from '../../../shared/meetings/plans.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, type Tone } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { dayText } from '../../ui/formats.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../parts/todos.module.css'
import { ItemForm } from './PlanForm.tsx'

const TONES: Record<PlanItem['state'], Tone> = { planned: 'neutral', running: 'info', late: 'bad', done: 'good' }

/** One plan with its goals and how far they are carried out. */
export function PlanPanel({
  plan,
  isManager,
  onClose,
}: {
  plan: WorkPlanView
  isManager: boolean
  onClose: () => void
}) {
  const t = useT('meetings')
  const [isAdding, setAdding] = useState(false)
  const close = useCommand('workPlans.close')
  const mayEdit = isManager && plan.state === 'open'
  return (
    <DetailPanel
      title={plan.title}
      label={t('plans.detail', { title: plan.title })}
      badges={plan.state === 'closed' && <StateBadge tone="neutral" label={t('plans.closed')} />}
      onClose={onClose}
    >
      <Section title={t('plans.fields.text')}>
        <p className={styles.text}>{plan.text}</p>
        <div className={styles.faint}>
          {t('plans.period', { from: dayText(plan.fromDay), to: dayText(plan.toDay) })} · {plan.createdByName}
        </div>
      </Section>
      <Section
        title={t('plans.items')}
        actions={
          mayEdit && (
            <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
              {t('plans.addItem')}
            </Button>
          )
        }
      >
        <ol className={styles.list} aria-label={t('plans.items')}>
          {plan.items.map((item) => (
            <li key={item.id}>
              <Item item={item} />
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('plans.closing')}>
        {plan.closing !== '' && <p className={styles.text}>{plan.closing}</p>}
        {mayEdit && (
          <TextAct
            keep={{ kind: 'todos-plan-panel-closing', subject: plan.id }}
            label={t('plans.closing')}
            buttons={[
              {
                label: t('plans.close'),
                onSend: async (closing) => (await close.run({ id: plan.id, closing })).ok,
                isBusy: close.isBusy,
              },
            ]}
          />
        )}
      </Section>
      {isAdding && <ItemForm id={plan.id} onClose={() => setAdding(false)} />}
    </DetailPanel>
  )
}

function Item({ item }: { item: PlanItem }) {
  const t = useT('meetings')
  const [percent, setPercent] = useState(item.percent)
  const report = useCommand('workPlans.report')
  const { id, title, measure, target, state, note, goalTitle } = item
  return (
    <>
      <div className={styles.line}>
        <strong>{title}</strong>
        <StateBadge tone={TONES[state]} label={t(`plans.states.${state}`)} />
        <span className="num">{t('plans.percent', { percent: item.percent })}</span>
      </div>
      <div className={styles.line}>
        <span>{t('plans.item.line', { measure, target })}</span>
        <span className={styles.faint}>{t('plans.item.by', { owner: item.ownerName, due: dayText(item.dueDay) })}</span>
      </div>
      <Progress value={item.percent} aria-label={title} />
      {goalTitle !== null && <div className={styles.faint}>{t('plans.item.measured', { title: goalTitle })}</div>}
      {note !== '' && <div className={styles.text}>{note}</div>}
      {item.mayReport && (
        <TextAct
          keep={{ kind: 'todos-plan-panel-note', subject: item.id }}
          label={t('plans.item.note')}
          buttons={[
            {
              label: t('plans.item.report'),
              onSend: async (text) => (await report.run({ itemId: id, percent, note: text })).ok,
              isBusy: report.isBusy,
            },
          ]}
        >
          <NumberInput
            label={t('plans.item.percent')}
            min={0}
            max={100}
            allowDecimal={false}
            value={percent}
            onChange={(value) => setPercent(typeof value === 'number' ? value : 0)}
          />
        </TextAct>
      )}
    </>
  )
}
