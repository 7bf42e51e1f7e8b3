import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PlansView, PlanView } from '../../../shared/plans/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { Countdown } from '../../ui/Countdown.tsx'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { view: PlansView; plan: PlanView }
const of = ({ caseId, lastSeq }: PlansView) => ({ id: caseId, expectedSeq: lastSeq })

/** What can be done with the newest plan where it stands now. */
export function PlanSteps({ view, plan }: Props) {
  const t = useT('plans')
  const { draft, decide } = view.may
  return (
    <>
      {plan.milestones.length > 0 && <Milestones view={view} plan={plan} />}
      {plan.status === 'draft' && draft && <Simple view={view} name="submit" />}
      {plan.status === 'approved' && draft && <Simple view={view} name="start" />}
      {plan.status === 'submitted' && !decide && <p className={styles.faint}>{t('waitsForOther')}</p>}
      {plan.status === 'submitted' && decide && <Decide view={view} />}
      {plan.status === 'executing' && draft && <Finish view={view} />}
    </>
  )
}

function Simple({ view, name }: { view: PlansView; name: 'submit' | 'start' }) {
  const t = useT('plans')
  const submit = useCommand('plans.submit')
  const start = useCommand('plans.start')
  const step = name === 'submit' ? submit : start
  const take = async () => {
    if ((await step.run(of(view))).ok) tellDone(t(name === 'submit' ? 'said.submitted' : 'said.started'))
  }
  return (
    <div className={styles.actions}>
      <Button size="compact-sm" loading={step.isBusy} onClick={() => void take()}>
        {t(`actions.${name}`)}
      </Button>
    </div>
  )
}

function Decide({ view }: { view: PlansView }) {
  const t = useT('plans')
  const decide = useCommand('plans.decide')
  const send = (isApproved: boolean) => async (reason: string) => {
    const { ok } = await decide.run({ ...of(view), isApproved, reason })
    if (ok) tellDone(t(isApproved ? 'said.approved' : 'said.returned'))
    return ok
  }
  const { isBusy } = decide
  return (
    <TextAct
      isOnCase
      label={t('asks.decision')}
      keep={{ kind: 'plan-decision', subject: of(view).id }}
      buttons={[
        { label: t('actions.giveBack'), onSend: send(false), isBusy },
        { label: t('actions.approve'), onSend: send(true), isBusy, isMain: true, isFree: true },
      ]}
    />
  )
}

function Finish({ view }: { view: PlansView }) {
  const t = useT('plans')
  const finish = useCommand('plans.finish')
  const send = async (evidence: string) => {
    const { ok } = await finish.run({ ...of(view), evidence })
    if (ok) tellDone(t('said.finished'))
    return ok
  }
  return (
    <TextAct
      isOnCase
      label={t('asks.evidence')}
      keep={{ kind: 'plan-evidence', subject: of(view).id }}
      buttons={[{ label: t('actions.finish'), onSend: send, isBusy: finish.isBusy, isMain: true }]}
    />
  )
}

function Milestones({ view, plan }: Props) {
  const t = useT('plans')
  const isRunning = plan.status === 'executing' && view.may.draft
  return (
    <>
      <h3 className={styles.part}>{t('fields.milestones')}</h3>
      <ul className={styles.list}>
        {plan.milestones.map((milestone) => (
          <li key={milestone.seq}>
            <div className={styles.line}>
              <span className={styles.text}>{milestone.name}</span>
              {milestone.tellsCustomer && <span className={styles.faint}>{t('fields.tellsCustomer')}</span>}
              <span className={styles.push}>
                {milestone.doneAt === null ? (
                  <Countdown dueAt={milestone.dueAt} />
                ) : (
                  <>
                    {milestone.doneByName} · <InstantText at={milestone.doneAt} />
                  </>
                )}
              </span>
            </div>
            {milestone.doneText && <div className={styles.faint}>{milestone.doneText}</div>}
            {isRunning && milestone.doneAt === null && <Reach view={view} seq={milestone.seq} name={milestone.name} />}
          </li>
        ))}
      </ul>
    </>
  )
}

function Reach({ view, seq, name }: { view: PlansView; seq: number; name: string }) {
  const t = useT('plans')
  const [isShown, setShown] = useState(false)
  const reach = useCommand('plans.milestone')
  if (!isShown)
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setShown(true)}>
        {t('actions.reached')}
      </Button>
    )
  const send = async (text: string) => {
    const { ok } = await reach.run({ ...of(view), seq, text })
    if (ok) tellDone(t('said.reached'))
    return ok
  }
  return (
    <TextAct
      isOnCase
      label={t('asks.reached', { name })}
      keep={{ kind: 'plan-milestone', subject: `${of(view).id} ${seq}` }}
      buttons={[{ label: t('actions.reached'), onSend: send, isBusy: reach.isBusy, isMain: true }]}
    />
  )
}
