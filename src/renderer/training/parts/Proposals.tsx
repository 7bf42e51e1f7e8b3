import { Button, Select, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { NeedProposal, SettledNeed } from '../../../shared/training/needs.ts'
import { TOPIC_TABLE } from '../../../shared/training/words.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

const keyOf = ({ source, subject }: Pick<NeedProposal, 'source' | 'subject'>) => `${source} ${subject}`

/** What exams, complaint causes and low scores of a month ask for, confirmed or declined by a lead, and what came of it. */
export function Proposals({ month }: { month: string }) {
  const t = useT('training')
  const list = useRef<HTMLUListElement>(null)
  const [openKey, setOpen] = useState<string | null>(null)
  const { data, failure, reload } = useQuery(
    'training.proposals',
    { month },
    { topics: ['training', 'scorecards', 'exams', 'cases'] },
  )
  const title = t('proposals.title', { month })
  // The form goes with the button that had the focus: the list takes it over.
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  return (
    <>
      <Section title={title} level={2}>
        <FailureAlert failure={failure} onRetry={reload} />
        {data?.proposals.length === 0 && <p className={record.faint}>{t('proposals.none')}</p>}
        <ul ref={list} tabIndex={-1} className={record.list} aria-label={title}>
          {data?.proposals.map((one) => (
            <li key={keyOf(one)}>
              <ProposalLine one={one} isOpen={openKey === keyOf(one)} onOpen={() => setOpen(keyOf(one))} />
              {openKey === keyOf(one) && <Settle one={one} month={month} onDone={close} />}
            </li>
          ))}
        </ul>
      </Section>
      {data !== undefined && data.settled.length > 0 && (
        <Section title={t('proposals.settled')} level={2}>
          <ul className={record.list} aria-label={t('proposals.settled')}>
            {data.settled.map((one) => (
              <SettledLine key={one.id} one={one} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

const UNITS = { exam: '%', cause: '', score: '' } as const
const figure = (source: NeedProposal['source'], value: number) => `${value}${UNITS[source]}`

function ProposalLine({ one, isOpen, onOpen }: { one: NeedProposal; isOpen: boolean; onOpen: () => void }) {
  const t = useT('training')
  const nameOf = useName()
  const name = nameOf(one.name)
  return (
    <>
      <div className={record.line}>
        <StateBadge tone="info" label={t(`proposals.sources.${one.source}`)} />
        <strong>{name}</strong>
        <span className="num">{t(`proposals.values.${one.source}`, { value: one.value })}</span>
        <span className={record.faint}>{t('proposals.topic', { topic: nameOf(TOPIC_TABLE[one.topic]) })}</span>
        {!isOpen && (
          <Button
            className={record.push ?? ''}
            size="compact-sm"
            variant="default"
            aria-label={t('proposals.settleFor', { name })}
            onClick={onOpen}
          >
            {t('proposals.settle')}
          </Button>
        )}
      </div>
      <People one={one} />
    </>
  )
}

function People({ one: { people, source } }: { one: Pick<NeedProposal, 'people' | 'source'> }) {
  const t = useT('training')
  const named = people.map(({ name, value }) => `${name} ${figure(source, value)}`)
  return (
    <div>
      {t('needs.weak')}: {named.join(' · ') || '—'}
    </div>
  )
}

function Settle({ one, month, onDone }: { one: NeedProposal; month: string; onDone: () => void }) {
  const t = useT('training')
  const [trainingId, setTraining] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  // What a December asks for is trained in the next year.
  const { data: plan } = useQuery('training.plan', { year: Number(today().slice(0, 4)) }, { topics: ['training'] })
  const settle = useCommand('training.settleNeed')
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => first.current?.focus(), [])
  const send = async (chosen: string | null) => {
    const { source, subject } = one
    const done = await settle.run({ source, subject, month, trainingId: chosen, reason })
    if (!done.ok) return
    tellDone(t(chosen === null ? 'proposals.declined' : 'proposals.accepted'))
    onDone()
  }
  const trainings = plan?.trainings ?? []
  const fits = trainings.filter(({ topics }) => topics.includes(one.topic))
  const others = trainings.filter((training) => !fits.includes(training))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame and legend
    <div className={record.form} role="group" aria-label={t('proposals.settle')}>
      <Select
        ref={first}
        label={t('proposals.training')}
        placeholder={trainings.length === 0 ? t('proposals.noTraining') : ''}
        data={[...fits, ...others].map(({ id, title }) => ({ value: id, label: title }))}
        value={trainingId}
        onChange={setTraining}
      />
      <TextInput
        label={t('proposals.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <KeepLines kind="training-settle-lines" subject={`${month} ${one.topic}`} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button variant="default" onClick={onDone}>
          {t('proposals.later')}
        </Button>
        <Button
          variant="default"
          disabled={reason.trim() === ''}
          loading={settle.isBusy}
          onClick={() => void send(null)}
        >
          {t('proposals.decline')}
        </Button>
        <Button disabled={trainingId === null} loading={settle.isBusy} onClick={() => void send(trainingId)}>
          {t('proposals.accept')}
        </Button>
      </div>
    </div>
  )
}

function SettledLine({ one }: { one: SettledNeed }) {
  const t = useT('training')
  const nameOf = useName()
  const { source, decision, before, after, afterMonth, isBetter, trainingTitle, reason } = one
  const words =
    before === null || after === null || afterMonth === null
      ? t('proposals.noEffect')
      : t('proposals.effect', {
          before: figure(source, before),
          after: figure(source, after),
          month: afterMonth,
        })
  const isAccepted = decision === 'accepted'
  const tone = isBetter === null ? 'neutral' : isBetter ? 'good' : 'warn'
  return (
    <li>
      <div className={record.line}>
        <StateBadge tone="info" label={t(`proposals.sources.${source}`)} />
        <strong>{nameOf(one.name)}</strong>
        <span>
          {isAccepted ? t('proposals.trained', { title: trainingTitle ?? '' }) : t('proposals.not', { reason })}
        </span>
        <span className={record.faint}>{t('proposals.by', { name: one.decidedByName })}</span>
      </div>
      {isAccepted && (
        <div className={record.line}>
          <People one={one} />
          <StateBadge tone={tone} label={words} />
        </div>
      )}
    </li>
  )
}
