import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import { GOAL_MEASURE_NAMES, GOAL_STATE_NAMES, type GoalState } from '../../../shared/improvements/goal-words.ts'
import { type GoalView, isComputedMeasure } from '../../../shared/improvements/goals.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FigureField } from '../../ui/FigureField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { GOAL_TONES } from '../tones.ts'
import { GoalChart } from './GoalChart.tsx'
import styles from './improvements.module.css'

type Props = { goal: GoalView; isLead: boolean; onClose: () => void }

/** One goal: where it started, where it goes and what was measured on the way. */
export function GoalPanel({ goal, isLead, onClose }: Props) {
  const t = useT('loop')
  const i = useT('improvements')
  const nameOf = useName()
  const [isChanging, setChanging] = useState(false)
  const { baseline, target, unit, progressPercent } = goal
  const mayWork = isLead && goal.state === 'open'
  return (
    <DetailPanel
      title={goal.title}
      label={t('goals.detail', { title: goal.title })}
      badges={<StateBadge tone={GOAL_TONES[goal.state]} label={nameOf(GOAL_STATE_NAMES[goal.state])} />}
      actions={
        mayWork && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {i('edit')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={t('goals.parts.progress')}>
        <GoalChart goal={goal} />
        {baseline !== null && progressPercent !== null && (
          <p className={styles.text}>
            {t('goals.progressText', {
              baseline: `${baseline} ${unit}`,
              target: `${target} ${unit}`,
              percent: progressPercent,
            })}
          </p>
        )}
        <GoalFacts goal={goal} />
      </Section>
      <Section title={t('goals.parts.points')}>
        {goal.points.length === 0 && <div className={record.faint}>{t('goals.noPoints')}</div>}
        <ul className={record.list}>
          {goal.points.toReversed().map((point) => (
            <li key={point.id} className={record.line}>
              <span className="num">{dayText(point.day)}</span>
              <strong>
                {point.value} {unit}
              </strong>
              <span className={record.faint}>
                {point.source} · {point.recordedByName}
              </span>
            </li>
          ))}
        </ul>
        {mayWork && <MeasureAct goal={goal} />}
        {mayWork && isComputedMeasure(goal.measure) && <ComputeAct id={goal.id} />}
      </Section>
      {mayWork && (
        <Section title={t('goals.parts.end')}>
          <EndAct goal={goal} />
        </Section>
      )}
      {goal.closing !== null && (
        <Section title={t('goals.fields.closing')}>
          <p className={styles.text}>{goal.closing}</p>
        </Section>
      )}
      {isChanging && <ChangeGoal goal={goal} onClose={() => setChanging(false)} />}
    </DetailPanel>
  )
}

function GoalFacts({ goal }: { goal: GoalView }) {
  const t = useT('loop')
  const i = useT('improvements')
  const nameOf = useName()
  const { baseline, baselineWhen, baselineSource, unit } = goal
  const from =
    baseline === null
      ? i('none')
      : t('goals.baselineText', { value: baseline, unit, when: baselineWhen ?? '', source: baselineSource ?? '' })
  const due = goal.isOverdue ? `${dayText(goal.dueDay)} ${t('goals.overdue')}` : dayText(goal.dueDay)
  return (
    <Facts
      facts={[
        { label: t('goals.fields.measure'), value: nameOf(GOAL_MEASURE_NAMES[goal.measure]) },
        { label: t('goals.fields.owner'), value: goal.ownerName },
        { label: t('goals.fields.baseline'), value: from },
        {
          label: t('goals.fields.target'),
          value: `${goal.target} ${unit}${goal.isReached ? ` · ${t('goals.reached')}` : ''}`,
        },
        { label: t('goals.fields.due'), value: due },
      ]}
    />
  )
}

function MeasureAct({ goal }: { goal: GoalView }) {
  const t = useT('loop')
  const i = useT('improvements')
  const [value, setValue] = useState<number | null>(null)
  const [day, setDay] = useState<Day>(today())
  const { run, isBusy } = useCommand('goals.measure')
  const onSend = async (source: string) => {
    if (value === null) return false
    const done = await run({ id: goal.id, day, value, source })
    if (!done.ok) return false
    setValue(null)
    tellDone(i('saved'))
    return true
  }
  return (
    <TextAct
      keep={{ kind: 'improvements-measure-act-source', subject: goal.id }}
      label={t('goals.fields.source')}
      isReady={value !== null}
      buttons={[{ label: t('goals.measureAct'), onSend, isBusy, isMain: true }]}
    >
      <DayField label={t('goals.fields.day')} value={day} max={today()} onChange={(chosen) => setDay(chosen ?? day)} />
      <FigureField label={t('goals.fields.value')} value={value} onChange={setValue} />
    </TextAct>
  )
}

function ComputeAct({ id }: { id: string }) {
  const t = useT('loop')
  const i = useT('improvements')
  const [fromDay, setFrom] = useState<Day | null>(null)
  const [toDay, setTo] = useState<Day | null>(today())
  const compute = useCommand('goals.compute')
  const save = async () => {
    if (fromDay !== null && toDay !== null && (await compute.run({ id, fromDay, toDay })).ok) tellDone(i('saved'))
  }
  return (
    <fieldset className={record.form} aria-label={t('goals.parts.compute')}>
      <DayField label={t('goals.fields.from')} value={fromDay} onChange={setFrom} />
      <DayField label={t('goals.fields.to')} value={toDay} max={today()} onChange={setTo} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          variant="default"
          loading={compute.isBusy}
          disabled={fromDay === null || toDay === null}
          onClick={() => void save()}
        >
          {t('goals.computeAct')}
        </Button>
      </div>
    </fieldset>
  )
}

const ENDS: Exclude<GoalState, 'open'>[] = ['reached', 'missed', 'dropped']

function EndAct({ goal }: { goal: GoalView }) {
  const t = useT('loop')
  const nameOf = useName()
  const [state, setState] = useState<(typeof ENDS)[number]>(goal.isReached ? 'reached' : 'missed')
  const { run, isBusy } = useCommand('goals.close')
  const onSend = async (closing: string) => (await run({ id: goal.id, state, closing })).ok
  const choices = choicesOf(GOAL_STATE_NAMES, nameOf).filter(({ value }) => value !== 'open')
  return (
    <TextAct
      keep={{ kind: 'improvements-end-act-close', subject: goal.id }}
      label={t('goals.fields.closing')}
      buttons={[{ label: t('goals.close'), onSend, isBusy }]}
    >
      <Select
        label={t('goals.fields.state')}
        data={choices}
        value={state}
        allowDeselect={false}
        onChange={(value) => setState(ENDS.find((one) => one === value) ?? state)}
      />
    </TextAct>
  )
}

function ChangeGoal({ goal, onClose }: { goal: GoalView; onClose: () => void }) {
  const t = useT('loop')
  const u = useT('ui')
  const [target, setTarget] = useState<number | null>(goal.target)
  const [dueDay, setDue] = useState<Day | null>(goal.dueDay)
  const [ownerId, setOwner] = useState<UserId | null>(goal.ownerId)
  const change = useCommand('goals.change', { quiet: true })
  const save = async () => {
    if (target === null || dueDay === null || ownerId === null) return
    if ((await change.run({ id: goal.id, target, dueDay, ownerId })).ok) onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('goals.change')}
      save={u('actions.save')}
      failure={change.failure}
      isBusy={change.isBusy}
      isReady={target !== null && dueDay !== null && ownerId !== null}
      onSave={save}
      onClose={onClose}
    >
      <FieldRow columns={3}>
        <FigureField label={t('goals.fields.target')} value={target} onChange={setTarget} />
        <DayField label={t('goals.fields.due')} value={dueDay} onChange={setDue} />
        <PersonField label={t('goals.fields.owner')} value={ownerId} onChange={setOwner} />
      </FieldRow>
    </FormDialog>
  )
}
