import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ExamPerson, ExamView } from '../../../shared/exams/model.ts'
import { ATTEMPT_STATE_NAMES } from '../../../shared/exams/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TeamField } from '../../ui/TeamField.tsx'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import type { Open } from '../Page.tsx'
import { ATTEMPT_TONES, scoreTone } from '../tones.ts'
import { Items } from './Items.tsx'

type Props = { id: string; onOpen: (open: Open) => void; onClose: () => void }

/** One exam: what is set, who sat it with what score, and what its questions were worth. */
export function ExamPanel({ id, onOpen, onClose }: Props) {
  const t = useT('exams')
  const { data: exam } = useQuery('exams.show', { id }, { topics: ['exams'] })
  if (!exam) return null
  const badge = exam.state === 'cancelled' && <StateBadge tone="neutral" label={t('cancelled')} />
  return (
    <DetailPanel title={exam.title} label={t('exams.detail', { title: exam.title })} badges={badge} onClose={onClose}>
      <Section title={t('exams.facts')}>
        <Facts
          facts={[
            { label: t('columns.opens'), value: <InstantText at={exam.opensAt} /> },
            { label: t('columns.closes'), value: <InstantText at={exam.closesAt} /> },
            { label: t('columns.minutes'), value: t('minutes', { count: exam.minutes }) },
            { label: t('columns.outOf'), value: t('of100', { mark: exam.passMark }) },
            { label: t('columns.month'), value: exam.month },
            { label: t('exams.seed'), value: String(exam.seed) },
          ]}
        />
        {exam.cancelReason && <p className={flow.text}>{exam.cancelReason}</p>}
      </Section>
      <Section title={t('exams.persons')}>
        <Collect exam={exam} />
        <ul className={record.list}>
          {exam.people.map((person) => (
            <Person key={person.userId} person={person} onOpen={onOpen} />
          ))}
        </ul>
        {exam.state === 'open' && <Invite id={id} asked={exam.people.map(({ userId }) => userId)} />}
      </Section>
      <Section title={t('exams.items')}>
        <Items id={id} />
      </Section>
      {exam.state === 'open' && exam.sat === 0 && <Cancel id={id} />}
    </DetailPanel>
  )
}

function Person({ person, onOpen }: { person: ExamPerson; onOpen: Props['onOpen'] }) {
  const t = useT('exams')
  const nameOf = useName()
  const { name, attempts, score, isPassed } = person
  return (
    <li className={flow.line}>
      <span>{name}</span>
      {score !== null && (
        <StateBadge tone={scoreTone(isPassed)} label={`${t(isPassed ? 'passed' : 'failed')} ${countText(score)}`} />
      )}
      {attempts.length === 0 && <StateBadge tone="neutral" label={t('exams.none')} />}
      <span className={flow.push} />
      {attempts.map((one) => (
        <span key={one.id} className={flow.line}>
          {one.state !== 'marked' && (
            <StateBadge tone={ATTEMPT_TONES[one.state]} label={nameOf(ATTEMPT_STATE_NAMES[one.state])} />
          )}
          {one.state !== 'running' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('exams.open', { name, place: one.place })}
              onClick={() => onOpen({ kind: 'sheet', attemptId: one.id })}
            >
              {t('mine.view', { place: one.place })}
            </Button>
          )}
        </span>
      ))}
    </li>
  )
}

function Collect({ exam }: { exam: ExamView }) {
  const t = useT('exams')
  const collect = useCommand('exams.collect')
  const over = exam.people.flatMap(({ attempts }) => attempts).filter(({ isOver }) => isOver).length
  if (over === 0) return null
  return (
    <div className={flow.line}>
      <span>{t('exams.collectHint', { count: over })}</span>
      <Button
        size="compact-sm"
        loading={collect.isBusy}
        onClick={async () => {
          if ((await collect.run({ id: exam.id })).ok) tellDone(t('exams.collected'))
        }}
      >
        {t('exams.collect')}
      </Button>
    </div>
  )
}

function Invite({ id, asked }: { id: string; asked: readonly UserId[] }) {
  const t = useT('exams')
  const [people, setPeople] = useState<UserId[]>([])
  const invite = useCommand('exams.invite')
  const fresh = people.filter((one) => !asked.includes(one))
  const send = async () => {
    if (!(await invite.run({ id, userIds: fresh })).ok) return
    setPeople([])
    tellDone(t('exams.invited'))
  }
  return (
    <div className={flow.stack}>
      <TeamField label={t('exams.invite')} value={people} onChange={setPeople} />
      {fresh.length > 0 && (
        <Button className={flow.push ?? ''} variant="default" loading={invite.isBusy} onClick={() => void send()}>
          {t('exams.invite')}
        </Button>
      )}
    </div>
  )
}

function Cancel({ id }: { id: string }) {
  const t = useT('exams')
  const cancel = useCommand('exams.cancel')
  const send = async (reason: string) => (await cancel.run({ id, reason })).ok
  return (
    <TextAct
      keep={{ kind: 'exams-cancel-cancel-reason', subject: id }}
      label={t('exams.cancelReason')}
      buttons={[{ label: t('exams.cancel'), onSend: send, isBusy: cancel.isBusy }]}
    />
  )
}
