import { Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { Participant, TrainingSession, TrainingView } from '../../../shared/training/model.ts'
import { ATTENDANCE_NAMES, type Attendance } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { countText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useNow } from '../../ui/use-now.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { ATTENDANCE_TONES } from '../tones.ts'
import styles from './training.module.css'

/** S3-89: each session, who was asked, who came and with what result. */
export function Sessions({ view }: { view: TrainingView }) {
  return (
    <ul className={styles.list}>
      {view.list.map((session) => (
        <li key={session.id}>
          <Session session={session} passMark={view.passMark} />
        </li>
      ))}
    </ul>
  )
}

type Acting = 'invite' | 'cancel' | null

function Session({ session, passMark }: { session: TrainingSession; passMark: number | null }) {
  const t = useT('training')
  const now = useNow()
  const [acting, setActing] = useState<Acting>(null)
  const isPlanned = session.state === 'planned'
  const hasBegun = session.startsAt <= now
  const toggle = (act: Acting) => () => setActing(acting === act ? null : act)
  return (
    <div className={flow.stack}>
      <div className={flow.line}>
        <strong>{t('session', { place: session.place })}</strong>
        <InstantText at={session.startsAt} />
        {session.cancelReason !== null && (
          <span className={record.faint}>{t('cancelled', { reason: session.cancelReason })}</span>
        )}
        {isPlanned && (
          <span className={`${flow.line} ${flow.push}`}>
            <Button size="compact-xs" variant="default" aria-expanded={acting === 'invite'} onClick={toggle('invite')}>
              {t('invite')}
            </Button>
            {!hasBegun && (
              <Button size="compact-xs" variant="subtle" aria-expanded={acting === 'cancel'} onClick={toggle('cancel')}>
                {t('cancel')}
              </Button>
            )}
          </span>
        )}
      </div>
      {isPlanned && acting === 'invite' && <Invite session={session} onDone={() => setActing(null)} />}
      {isPlanned && acting === 'cancel' && <Cancel id={session.id} />}
      {session.people.length === 0 && isPlanned && <div className={record.faint}>{t('nobody')}</div>}
      {session.people.map((person) =>
        isPlanned && hasBegun && person.attendance === null ? (
          <ResultForm key={person.userId} sessionId={session.id} person={person} isExamined={passMark !== null} />
        ) : (
          <PersonLine key={person.userId} person={person} />
        ),
      )}
    </div>
  )
}

function PersonLine({ person }: { person: Participant }) {
  const t = useT('training')
  const nameOf = useName()
  const { attendance, score, isPassed } = person
  return (
    <div className={flow.line}>
      <span>{person.name}</span>
      {attendance !== null && (
        <StateBadge tone={ATTENDANCE_TONES[attendance]} label={nameOf(ATTENDANCE_NAMES[attendance])} />
      )}
      {score !== null && <span className="num">{countText(score)}</span>}
      {isPassed !== null && <StateBadge tone={isPassed ? 'good' : 'bad'} label={t(isPassed ? 'passed' : 'failed')} />}
      {person.note !== '' && <span className={record.faint}>{person.note}</span>}
    </div>
  )
}

function Invite({ session, onDone }: { session: TrainingSession; onDone: () => void }) {
  const t = useT('training')
  const u = useT('ui')
  const [chosen, setChosen] = useState<UserId[]>([])
  const { data: people = [] } = useQuery('users.list', {}, { topics: ['users'] })
  const invite = useCommand('training.invite')
  const asked = new Set(session.people.map(({ userId }) => userId))
  const choices = people
    .filter(({ id, role }) => role !== 'admin' && !asked.has(id))
    .map(({ id, name, role }) => ({ value: id, label: `${name} · ${u(`roles.${role}`)}` }))
  const submit = async () => {
    const done = await invite.run({ sessionId: session.id, userIds: chosen })
    if (!done.ok) return
    tellDone(t('invited'))
    onDone()
  }
  return (
    <div className={flow.stack}>
      <MultiSelect
        searchable
        label={t('invitePeople', { place: session.place })}
        data={choices}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        className={flow.push ?? ''}
        size="compact-sm"
        loading={invite.isBusy}
        disabled={chosen.length === 0}
        onClick={() => void submit()}
      >
        {t('invite')}
      </Button>
    </div>
  )
}

function Cancel({ id }: { id: string }) {
  const t = useT('training')
  const cancel = useCommand('training.cancelSession')
  const send = async (reason: string) => {
    const done = await cancel.run({ sessionId: id, reason })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'training-cancel-cancel', subject: id }}
      label={t('cancelReason')}
      buttons={[{ label: t('cancel'), onSend: send, isBusy: cancel.isBusy }]}
    />
  )
}

type ResultProps = { sessionId: string; person: Participant; isExamined: boolean }

function ResultForm({ sessionId, person, isExamined }: ResultProps) {
  const t = useT('training')
  const nameOf = useName()
  const { name, userId } = person
  const [attendance, setAttendance] = useState<Attendance>('attended')
  const [score, setScore] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const write = useCommand('training.result')
  const hasScore = isExamined && attendance === 'attended'
  const submit = async () => {
    const done = await write.run({ sessionId, userId, attendance, score: hasScore ? score : null, note })
    if (done.ok) tellDone(t('saved'))
  }
  return (
    <div className={styles.result}>
      <span>{name}</span>
      <Select
        aria-label={t('attendance', { name })}
        data={choicesOf(ATTENDANCE_NAMES, nameOf)}
        value={attendance}
        allowDeselect={false}
        onChange={(value) => value && setAttendance(value)}
      />
      <NumberInput
        hideControls
        aria-label={t('score', { name })}
        placeholder={t('scoreShort')}
        min={0}
        max={100}
        allowDecimal={false}
        disabled={!hasScore}
        value={score ?? ''}
        onChange={(value) => setScore(typeof value === 'number' ? value : null)}
      />
      <TextInput
        aria-label={t('note', { name })}
        placeholder={t('noteShort')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button
        size="compact-sm"
        aria-label={t('recordFor', { name })}
        loading={write.isBusy}
        disabled={hasScore && score === null}
        onClick={() => void submit()}
      >
        {t('record')}
      </Button>
    </div>
  )
}
