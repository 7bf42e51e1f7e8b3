import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ImprovementSheet } from '../../../shared/improvements/model.ts'
import type { ImprovementAction } from '../../../shared/improvements/words.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { FigureField } from '../../ui/FigureField.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './improvements.module.css'

type Props = { sheet: ImprovementSheet }

const ACTS: Record<ImprovementAction, (props: Props) => React.JSX.Element> = {
  accept: AcceptAct,
  decline: DeclineAct,
  start: StartAct,
  finish: FinishAct,
  verify: VerifyAct,
  sendBack: SendBackAct,
  close: CloseAct,
}

/** What this person may do with the improvement now. */
export function NextActs({ sheet }: Props) {
  const t = useT('improvements')
  const isOthersTurn = sheet.state === 'done' && !sheet.mayDo.includes('verify')
  return (
    <div className={flow.stack}>
      {isOthersTurn && <div className={record.faint}>{t('verify.other')}</div>}
      {sheet.mayDo.map((action) => {
        const Act = ACTS[action]
        return <Act key={action} sheet={sheet} />
      })}
      {sheet.state === 'accepted' && !sheet.mayDo.includes('start') && (
        <div className={record.faint}>{t('start.hint')}</div>
      )}
    </div>
  )
}

function useTell() {
  const t = useT('improvements')
  return (done: { ok: boolean }) => {
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
}

function AcceptAct({ sheet }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const [ownerId, setOwner] = useState<UserId | null>(sheet.ownerId)
  const [dueDay, setDue] = useState<Day | null>(sheet.dueDay)
  const accept = useCommand('improvements.accept')
  const save = async () => {
    if (ownerId !== null && dueDay !== null) tell(await accept.run({ id: sheet.id, ownerId, dueDay }))
  }
  return (
    <div className={flow.stack}>
      <FieldRow>
        <PersonField label={t('accept.owner')} value={ownerId} onChange={setOwner} />
        <DayField label={t('accept.due')} value={dueDay} onChange={setDue} />
      </FieldRow>
      <Button
        className={styles.push ?? ''}
        loading={accept.isBusy}
        disabled={ownerId === null || dueDay === null}
        onClick={() => void save()}
      >
        {t('accept.done')}
      </Button>
    </div>
  )
}

function DeclineAct({ sheet: { id } }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const { run, isBusy } = useCommand('improvements.decline')
  const onSend = async (reason: string) => tell(await run({ id, reason }))
  return (
    <TextAct
      keep={{ kind: 'improvements-decline-act-done', subject: id }}
      label={t('decline.reason')}
      buttons={[{ label: t('decline.done'), onSend, isBusy }]}
    />
  )
}

function StartAct({ sheet: { id } }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const start = useCommand('improvements.start')
  return (
    <Button className={styles.push ?? ''} loading={start.isBusy} onClick={() => void start.run({ id }).then(tell)}>
      {t('start.done')}
    </Button>
  )
}

function FinishAct({ sheet: { id } }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const { run, isBusy } = useCommand('improvements.finish')
  const onSend = async (text: string) => tell(await run({ id, text }))
  return (
    <TextAct
      keep={{ kind: 'improvements-finish-act-done', subject: id }}
      label={t('finish.text')}
      buttons={[{ label: t('finish.done'), onSend, isBusy, isMain: true }]}
    />
  )
}

function VerifyAct({ sheet: { id } }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const [effect, setEffect] = useState({ of: '', unit: '', day: today() })
  const [before, setBefore] = useState<number | null>(null)
  const [after, setAfter] = useState<number | null>(null)
  const { run, isBusy, fieldErrors } = useCommand('improvements.verify')
  const onSend = async (text: string) => {
    if (before === null || after === null) return false
    return tell(await run({ id, text, effect: { ...effect, before, after } }))
  }
  const isReady = effect.of.trim() !== '' && effect.unit.trim() !== '' && before !== null && after !== null
  const field = (name: 'of' | 'unit') => (
    <TextInput
      label={t(`verify.${name}`)}
      value={effect[name]}
      maxLength={name === 'unit' ? 20 : 120}
      error={fieldErrors[`effect.${name}`]}
      onChange={(event) => setEffect({ ...effect, [name]: event.currentTarget.value })}
    />
  )
  return (
    <TextAct
      keep={{ kind: 'improvements-verify-act-text', subject: id }}
      label={t('verify.text')}
      isReady={isReady}
      buttons={[{ label: t('verify.done'), onSend, isBusy, isMain: true }]}
    >
      {field('of')}
      {field('unit')}
      <FigureField label={t('verify.before')} value={before} onChange={setBefore} />
      <FigureField label={t('verify.after')} value={after} onChange={setAfter} />
      <DayField
        label={t('verify.day')}
        value={effect.day}
        max={today()}
        onChange={(day) => setEffect({ ...effect, day: day ?? today() })}
      />
    </TextAct>
  )
}

function SendBackAct({ sheet: { id } }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const { run, isBusy } = useCommand('improvements.sendBack')
  const onSend = async (reason: string) => tell(await run({ id, reason }))
  return (
    <TextAct
      keep={{ kind: 'improvements-send-back-act-done', subject: id }}
      label={t('sendBack.reason')}
      buttons={[{ label: t('sendBack.done'), onSend, isBusy }]}
    />
  )
}

function CloseAct({ sheet: { id } }: Props) {
  const t = useT('improvements')
  const tell = useTell()
  const { run, isBusy } = useCommand('improvements.close')
  const onSend = async (text: string) => tell(await run({ id, text }))
  return (
    <TextAct
      keep={{ kind: 'improvements-close-act-done', subject: id }}
      label={t('close.text')}
      buttons={[{ label: t('close.done'), onSend, isBusy, isMain: true }]}
    />
  )
}

/** Anybody of the desk may say something about an improvement. */
export function CommentAct({ id }: { id: string }) {
  const t = useT('improvements')
  const tell = useTell()
  const { run, isBusy } = useCommand('improvements.comment')
  const onSend = async (text: string) => tell(await run({ id, text }))
  return (
    <TextAct
      keep={{ kind: 'improvements-comment-act-done', subject: id }}
      label={t('comment.text')}
      buttons={[{ label: t('comment.done'), onSend, isBusy }]}
    />
  )
}
