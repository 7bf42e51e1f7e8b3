import { Button, Select } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Department } from '../../../shared/cases/words.ts'
import type { UserId } from '../../../shared/ids.ts'
import type { SubTaskRow } from '../../../shared/subtasks/contract.ts'
import type { SubTaskAction } from '../../../shared/subtasks/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useName } from '../words.ts'
import { PersonField } from './PersonField.tsx'
import styles from './subtasks.module.css'

type Asked = Exclude<SubTaskAction, 'accept' | 'finish'>
type Props = { row: SubTaskRow; action: Asked; onClose: () => void }

const LABELS = {
  answer: 'fields.answer',
  giveBack: 'fields.reason',
  handOn: 'fields.reason',
  sendBack: 'fields.more',
  cancel: 'fields.reason',
} as const

/** The words that an action needs, and for handing on, whom it goes to. */
export function ActionForm({ row, action, onClose }: Props) {
  const t = useT('subTasks')
  const u = useT('ui')
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  const [text, setText] = useState('')
  const [department, setDepartment] = useState<Department>(row.department)
  const [assigneeId, setAssignee] = useState<UserId | null>(null)
  const { run, isBusy, failure } = useAction(action)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isDone = await run({ id: row.id, text, department, assigneeId })
    if (!isDone) return
    tellDone(t(`done.${action}`))
    onClose()
  }
  return (
    <form className={styles.form} aria-label={t(`actions.${action}`)} onSubmit={(event) => void submit(event)}>
      {action === 'handOn' && (
        <>
          <Select
            searchable
            label={t('ask.department')}
            data={Object.entries(offeredDeskNames).map(([value, name]) => ({
              value,
              label: nameOf(name),
            }))}
            value={department}
            onChange={(value) => setDepartment(value ?? row.department)}
          />
          <PersonField
            label={t('ask.person')}
            placeholder={t('ask.personHint')}
            value={assigneeId}
            onChange={setAssignee}
          />
        </>
      )}
      <TextArea
        keep={{ kind: 'subtasks-action-form-action-form', subject: `${row.id} ${action}` }}
        className={styles.wide ?? ''}
        data-autofocus
        withAsterisk
        minRows={2}
        maxLength={action === 'answer' ? 4000 : 500}
        label={t(LABELS[action])}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.wide}>
        <FailureAlert failure={failure} />
      </div>
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onClose}>
          {u('actions.back')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={text.trim() === ''}>
          {t(`actions.${action}`)}
        </Button>
      </div>
    </form>
  )
}

type Given = { id: string; text: string; department: Department; assigneeId: UserId | null }

function useAction(action: Asked) {
  const quiet = { quiet: true }
  const commands = {
    answer: useCommand('subTasks.answer', quiet),
    giveBack: useCommand('subTasks.giveBack', quiet),
    handOn: useCommand('subTasks.handOn', quiet),
    sendBack: useCommand('subTasks.sendBack', quiet),
    cancel: useCommand('subTasks.cancel', quiet),
  }
  const run = async ({ id, text, department, assigneeId }: Given): Promise<boolean> => {
    if (action === 'answer') return (await commands.answer.run({ id, answer: text })).ok
    if (action === 'handOn') return (await commands.handOn.run({ id, department, assigneeId, reason: text })).ok
    return (await commands[action].run({ id, reason: text })).ok
  }
  return { run, isBusy: commands[action].isBusy, failure: commands[action].failure }
}
