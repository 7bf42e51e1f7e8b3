import { Button, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import { EXCEPTION_KIND_NAMES, type ExceptionalDays, type ExceptionKind } from '../../../shared/exceptional/contract.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

const TONES = { proposed: 'warn', approved: 'good', declined: 'neutral', withdrawn: 'neutral' } as const

/** What was marked, by whom and why, with the second person's decision. */
export function MarkedDays({ onChanged }: { onChanged: () => void }) {
  const t = useT('exceptional')
  const [isMarking, marking] = useDisclosure(false)
  const { data, failure, reload } = useQuery('exceptional.list', {}, { topics: ['scorecards'] })
  return (
    <>
      <FailureAlert failure={failure} onRetry={reload} />
      {data?.length === 0 && <p className={record.faint}>{t('none')}</p>}
      <ul className={record.list} aria-label={t('title')}>
        {data?.map((days) => (
          <Marked key={days.id} days={days} onChanged={onChanged} />
        ))}
      </ul>
      <div className={record.actions}>
        <Button variant="default" aria-expanded={isMarking} onClick={marking.toggle}>
          {t('mark')}
        </Button>
      </div>
      {isMarking && <MarkForm onDone={marking.close} />}
    </>
  )
}

function Marked({ days, onChanged }: { days: ExceptionalDays; onChanged: () => void }) {
  const t = useT('exceptional')
  const nameOf = useName()
  const decide = useCommand('exceptional.decide')
  const withdraw = useCommand('exceptional.withdraw')
  const { id, fromDay, toDay, kind, state, reason, mayDecide, mayWithdraw } = days
  const ended = (isDone: boolean) => {
    if (isDone) tellDone(t('decided'))
    if (isDone) onChanged()
    return isDone
  }
  const send = (isApproved: boolean) => async (text: string) => ended((await decide.run({ id, isApproved, text })).ok)
  const back = async (text: string) => ended((await withdraw.run({ id, text })).ok)
  return (
    <li>
      <div className={record.line}>
        <strong className="num">
          {dayText(fromDay)}
          {toDay !== fromDay && ` – ${dayText(toDay)}`}
        </strong>
        <span>{nameOf(EXCEPTION_KIND_NAMES[kind])}</span>
        <StateBadge tone={TONES[state]} label={t(`states.${state}`)} />
        <span className={record.push}>
          {t('by', { name: days.markedByName })} <InstantText at={days.markedAt} />
        </span>
      </div>
      <div className={record.text}>{reason}</div>
      {days.decidedAt !== null && (
        <div className={record.faint}>
          {t('decidedBy', { name: days.decidedByName ?? '' })} {days.decisionText} <InstantText at={days.decidedAt} />
        </div>
      )}
      {(mayDecide || mayWithdraw) && (
        <TextAct
          keep={{ kind: 'reports-marked-decision', subject: days.id }}
          label={t('decision')}
          buttons={[
            ...(mayWithdraw ? [{ label: t('withdraw'), isBusy: withdraw.isBusy, onSend: back }] : []),
            ...(mayDecide ? [{ label: t('decline'), isBusy: decide.isBusy, onSend: send(false) }] : []),
            ...(mayDecide
              ? [{ label: t('decide'), isBusy: decide.isBusy, isMain: true, isFree: true, onSend: send(true) }]
              : []),
          ]}
        />
      )}
    </li>
  )
}

function MarkForm({ onDone }: { onDone: () => void }) {
  const t = useT('exceptional')
  const nameOf = useName()
  const [fromDay, setFrom] = useState<Day | null>(null)
  const [toDay, setTo] = useState<Day | null>(null)
  const [kind, setKind] = useState<ExceptionKind>('weather')
  const [reason, setReason] = useState('')
  const mark = useCommand('exceptional.mark', { quiet: true })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (fromDay === null) return
    if (!(await mark.run({ fromDay, toDay: toDay ?? fromDay, kind, reason })).ok) return
    tellDone(t('marked'))
    onDone()
  }
  return (
    <form className={record.form} aria-label={t('mark')} onSubmit={(event) => void submit(event)}>
      <DayField label={t('from')} value={fromDay} onChange={setFrom} />
      <DayField label={t('to')} value={toDay} onChange={setTo} />
      <Select
        label={t('kind')}
        data={choicesOf(EXCEPTION_KIND_NAMES, nameOf)}
        value={kind}
        allowDeselect={false}
        onChange={(value) => value && setKind(value)}
      />
      <TextInput
        className={record.wide ?? ''}
        label={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={record.wide}>
        <FailureAlert failure={mark.failure} />
      </div>
      <KeepLines kind="reports-mark-lines" subject="new" />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button type="submit" loading={mark.isBusy} disabled={fromDay === null || reason.trim() === ''}>
          {t('mark')}
        </Button>
      </div>
    </form>
  )
}
