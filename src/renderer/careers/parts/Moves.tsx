import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CareerFile, CareerMove } from '../../../shared/careers/model.ts'
import {
  CRITERION_NAMES,
  MOVE_KIND_NAMES,
  MOVE_STATE_NAMES,
  type MoveKind,
  POST_NAMES,
  type Post,
} from '../../../shared/careers/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { MOVE_TONES } from '../tones.ts'

/** S3-92: a person's promotions and moves. */
export function Moves({ moves }: { moves: readonly CareerMove[] }) {
  const t = useT('careers')
  if (moves.length === 0) return <p className={flow.faint}>{t('moves.none')}</p>
  return (
    <ul className={record.list}>
      {moves.map((move) => (
        <li key={move.id}>
          <MoveLine move={move} />
        </li>
      ))}
    </ul>
  )
}

/** One move in words, with the criteria as they stood and what the second person said. */
export function MoveLine({ move }: { move: CareerMove }) {
  const t = useT('careers')
  const nameOf = useName()
  const path = t('moves.path', { from: nameOf(POST_NAMES[move.fromPost]), to: nameOf(POST_NAMES[move.toPost]) })
  return (
    <div className={flow.stack}>
      <div className={flow.line}>
        <StateBadge tone={MOVE_TONES[move.state]} label={nameOf(MOVE_STATE_NAMES[move.state])} />
        <span>
          {nameOf(MOVE_KIND_NAMES[move.kind])} · {path}
        </span>
        <span className={`${flow.push} ${flow.faint}`}>{t('sinceDay', { day: dayText(move.effectiveDay) })}</span>
      </div>
      <p className={flow.text}>
        {move.reason} <span className={flow.faint}>{t('moves.by', { name: move.proposedByName })}</span>
      </p>
      {move.checks.length > 0 && (
        <p className={flow.faint}>
          {move.checks
            .map(
              ({ criterion, need, have }) =>
                `${nameOf(CRITERION_NAMES[criterion])} ${have === null ? t('nothing') : have} / ${need}`,
            )
            .join('；')}
        </p>
      )}
      {move.decidedByName !== null && (
        <p className={flow.text}>{t('moves.decided', { name: move.decidedByName, note: move.decisionNote ?? '' })}</p>
      )}
    </div>
  )
}

/** Proposes a promotion or move, or enters the post that a person has. */
export function MoveForm({ file }: { file: CareerFile }) {
  const t = useT('careers')
  const nameOf = useName()
  const [kind, setKind] = useState<MoveKind>('promotion')
  const [post, setPost] = useState<Post>(file.next ?? file.post)
  const [day, setDay] = useState<Day | null>(today())
  const [reason, setReason] = useState('')
  const propose = useCommand('careers.propose')
  const enter = useCommand('careers.setPost')
  const send = async () => {
    if (day === null) return
    const done = await propose.run({ userId: file.userId, kind, toPost: post, effectiveDay: day, reason })
    if (!done.ok) return
    setReason('')
    tellDone(t('moves.sent'))
  }
  const set = async () => {
    if (day === null) return
    if ((await enter.run({ userId: file.userId, post, since: day })).ok) tellDone(t('saved'))
  }
  return (
    <div className={flow.stack}>
      <KeepLines kind="careers-move-lines" subject={file.userId} />
      <FieldRow columns={3}>
        <ChoiceField
          label={t('moves.kind')}
          data={choicesOf(MOVE_KIND_NAMES, nameOf)}
          value={kind}
          onChange={setKind}
        />
        <ChoiceField label={t('moves.to')} data={choicesOf(POST_NAMES, nameOf)} value={post} onChange={setPost} />
        <DayField label={t('moves.day')} value={day} onChange={setDay} />
      </FieldRow>
      <TextInput
        label={t('moves.reason')}
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={flow.line}>
        <Button
          className={flow.push ?? ''}
          variant="default"
          loading={enter.isBusy}
          disabled={day === null}
          onClick={() => void set()}
        >
          {t('moves.setPost')}
        </Button>
        <Button loading={propose.isBusy} disabled={day === null || reason.trim() === ''} onClick={() => void send()}>
          {t('moves.send')}
        </Button>
      </div>
    </div>
  )
}
