import { Fieldset, Modal, PasswordInput, Progress, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { tellDone } from '../../ui/notify.ts'
import { newJob } from '../../ui/ProgressDialog.tsx'
import { useProgress } from '../../ui/use-progress.ts'
import { useCommand } from '../../use-command.ts'
import { OwnPasswordField, ReasonField } from './key-fields.tsx'

type Props = { needsSecond: boolean; onClose: () => void }

/** Asks why and for the own password and that of a second person, then follows the renewal to its end. */
export function RenewKeyDialog({ needsSecond, onClose }: Props) {
  const t = useT('keys')
  const [reason, setReason] = useState('')
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState({ login: '', password: '' })
  const [job, setJob] = useState<string | null>(null)
  const renew = useCommand('keys.renew', { quiet: true })
  const start = async () => {
    const id = newJob()
    setJob(id)
    const done = await renew.run({ reason, password, second: needsSecond ? second : null }, { job: id })
    setJob(null)
    setPassword('')
    setSecond({ ...second, password: '' })
    if (!done.ok) return
    const { generation, isOldDropped } = done.value
    tellDone(isOldDropped ? t('done', { generation }) : t('doneOldStays', { generation }))
    onClose()
  }
  if (job !== null) return <Running job={job} />
  return (
    <FormDialog
      keep={null}
      title={t('renew')}
      save={t('renew')}
      failure={renew.failure}
      isBusy={renew.isBusy}
      isReady={reason.trim() !== '' && password !== '' && (!needsSecond || isWhole(second))}
      onSave={start}
      onClose={onClose}
    >
      <Text size="sm">{t('what.wait')}</Text>
      <Text size="sm">{t('what.backups')}</Text>
      <ReasonField value={reason} error={renew.fieldErrors.reason} onChange={setReason} />
      <OwnPasswordField value={password} onChange={setPassword} />
      {needsSecond && <SecondPerson value={second} onChange={setSecond} />}
    </FormDialog>
  )
}

type Second = { login: string; password: string }

/** True when both of the second person's fields are filled. */
export const isWhole = ({ login, password }: Second) => login.trim() !== '' && password !== ''

/** Who agrees, present at the desk with the own password. */
export function SecondPerson({ value, onChange }: { value: Second; onChange: (value: Second) => void }) {
  const t = useT('keys')
  return (
    <Fieldset legend={t('second.title')}>
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {t('second.hint')}
        </Text>
        <TextInput
          required
          autoComplete="off"
          label={t('second.login')}
          value={value.login}
          onChange={(event) => onChange({ ...value, login: event.currentTarget.value })}
        />
        <PasswordInput
          required
          autoComplete="off"
          label={t('second.password')}
          value={value.password}
          onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
        />
      </Stack>
    </Fieldset>
  )
}

const STEPS = ['s0', 's1', 's2', 's3', 's4'] as const

// It cannot be called off: the pages change in one piece, in less time than deciding takes.
function Running({ job }: { job: string }) {
  const t = useT('keys')
  const { done = 0, total } = useProgress(job) ?? {}
  return (
    <Modal
      opened
      onClose={() => {}}
      title={t('running')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Progress value={total ? Math.max(5, (done / total) * 100) : 5} animated striped aria-label={t('running')} />
      <Text size="sm" c="dimmed" mt="xs" role="status">
        {t(`steps.${STEPS[done] ?? 's0'}`)}
      </Text>
    </Modal>
  )
}
