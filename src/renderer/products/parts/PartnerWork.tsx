import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { PartnerFile, WorkView } from '../../../shared/partners/model.ts'
import { canMoveWork } from '../../../shared/partners/rules.ts'
import { WORK_STATE_NAMES, WORK_STATES, type WorkState } from '../../../shared/partners/words.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dateTimeText, dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { WORK_TONES } from '../tones.ts'

/** S3-125: work shared with a partner, every step with who and when. */
export function PartnerWork({ file }: { file: PartnerFile }) {
  const t = useT('products')
  return (
    <>
      <ul className={record.list} aria-label={t('partner.work')}>
        {file.work.map((work) => (
          <li key={work.id}>
            <Work work={work} />
          </li>
        ))}
      </ul>
      <AddWork partnerId={file.id} />
    </>
  )
}

function Work({ work }: { work: WorkView }) {
  const t = useT('products')
  const nameOf = useName()
  const move = useCommand('partners.moveWork')
  const { id, title, state, ownerName, dueDay, isOverdue, entries } = work
  const to = (target: WorkState) => async (text: string) => {
    const done = await move.run({ id, state: target, text })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return (
    <section aria-label={t('partner.workOf', { title })}>
      <div className={record.line}>
        <strong>{title}</strong>
        <StateBadge tone={WORK_TONES[state]} label={nameOf(WORK_STATE_NAMES[state])} />
        <span>{ownerName}</span>
        <span className={isOverdue ? record.late : record.faint}>{dayText(dueDay)}</span>
      </div>
      {entries.map(({ at, byName, text }) => (
        <div key={`${at} ${text}`}>
          {text}{' '}
          <span className={record.faint}>
            {byName} · {dateTimeText(at)}
          </span>
        </div>
      ))}
      <TextAct
        keep={{ kind: 'products-partner-work-work-note', subject: work.id }}
        label={t('partner.workNote')}
        buttons={WORK_STATES.filter((target) => canMoveWork(state, target).allowed).map((target) => ({
          label: nameOf(WORK_STATE_NAMES[target]),
          onSend: to(target),
          isBusy: move.isBusy,
          isMain: target === 'done',
        }))}
      />
    </section>
  )
}

function AddWork({ partnerId }: { partnerId: string }) {
  const t = useT('products')
  const [title, setTitle] = useState('')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [dueDay, setDue] = useState<Day | null>(today())
  const add = useCommand('partners.addWork', { quiet: true })
  const save = async () => {
    if (ownerId === null || dueDay === null) return
    if (!(await add.run({ partnerId, title, ownerId, dueDay })).ok) return
    tellDone(t('saved'))
    setTitle('')
  }
  return (
    <fieldset className={record.form} aria-label={t('partner.workAdd')}>
      <TextInput
        className={record.wide ?? ''}
        label={t('partner.workTitle')}
        maxLength={200}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <PersonField label={t('partner.workOwner')} value={ownerId} onChange={setOwner} />
      <DayField label={t('partner.workDue')} value={dueDay} onChange={setDue} />
      <div className={record.wide}>
        <FailureAlert failure={add.failure} />
      </div>
      <KeepLines kind="products-work-lines" subject={partnerId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button
          variant="default"
          loading={add.isBusy}
          disabled={title.trim() === '' || ownerId === null || dueDay === null}
          onClick={() => void save()}
        >
          {t('partner.workAdd')}
        </Button>
      </div>
    </fieldset>
  )
}
