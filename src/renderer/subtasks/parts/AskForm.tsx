import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconUsersPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { Department } from '../../../shared/cases/words.ts'
import type { Output } from '../../../shared/contracts.ts'
import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useCommand } from '../../use-command.ts'
import { useName } from '../words.ts'
import { PersonField } from './PersonField.tsx'
import styles from './subtasks.module.css'
import { instantOf, SHANGHAI_INPUT } from './times.ts'

type Props = { caseId: CaseId; due: Output<'subTasks.of'>['due'] }

/** Asks another department or person, with the time by which an answer is wanted. */
export function AskForm(props: Props) {
  const t = useT('subTasks')
  const [isShown, shown] = useDisclosure(false)
  if (isShown) return <Fields {...props} onClose={shown.close} />
  return (
    <Button size="compact-sm" variant="default" leftSection={<IconUsersPlus size={14} />} onClick={shown.open}>
      {t('ask.title')}
    </Button>
  )
}

function Fields({ caseId, due, onClose }: Props & { onClose: () => void }) {
  const t = useT('subTasks')
  const u = useT('ui')
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  const [department, setDepartment] = useState<Department | null>(null)
  const [assigneeId, setAssignee] = useState<string | null>(null)
  const [question, setQuestion] = useState('')
  const [dueAt, setDueAt] = useState('')
  const [needsIdentity, setNeedsIdentity] = useState(false)
  const ask = useCommand('subTasks.ask')
  const time = dateTimeText(due.at)
  const hint = due.ruleName ? t('ask.dueHint', { time, rule: nameOf(due.ruleName) }) : t('ask.dueHintPlain', { time })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (department === null) return
    const asked = await ask.run({ caseId, department, assigneeId, question, dueAt: instantOf(dueAt), needsIdentity })
    if (!asked.ok) return
    tellDone(t('ask.sent'))
    onClose()
  }
  return (
    <form className={styles.form} aria-label={t('ask.title')} onSubmit={(event) => void submit(event)}>
      <Select
        data-autofocus
        searchable
        withAsterisk
        label={t('ask.department')}
        data={Object.entries(offeredDeskNames).map(([value, name]) => ({
          value,
          label: nameOf(name),
        }))}
        value={department}
        onChange={setDepartment}
        error={ask.fieldErrors.department}
      />
      <PersonField
        label={t('ask.person')}
        placeholder={t('ask.personHint')}
        value={assigneeId}
        onChange={setAssignee}
      />
      <TextInput
        type="datetime-local"
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        max={SHANGHAI_INPUT.max}
        label={t('ask.dueAt')}
        description={hint}
        value={dueAt}
        onChange={(event) => setDueAt(event.currentTarget.value)}
        error={ask.fieldErrors.dueAt}
      />
      <TextArea
        keep={{ kind: 'subtasks-fields-question', subject: caseId }}
        className={styles.wide ?? ''}
        withAsterisk
        minRows={2}
        maxLength={2000}
        label={t('ask.question')}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
        error={ask.fieldErrors.question}
      />
      <Checkbox
        className={styles.wide ?? ''}
        label={t('ask.needsIdentity')}
        description={t('ask.needsIdentityHint')}
        checked={needsIdentity}
        onChange={(event) => setNeedsIdentity(event.currentTarget.checked)}
      />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onClose}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={ask.isBusy} disabled={department === null || question.trim().length < 2}>
          {t('ask.send')}
        </Button>
      </div>
    </form>
  )
}
