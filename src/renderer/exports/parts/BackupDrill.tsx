import { Alert, Button, Group, PasswordInput, Stack } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { countText } from '../../ui/formats.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { tookText } from './backup-words.ts'

type Proof = Output<'backups.drill'>

const COUNTED = ['members', 'cases', 'calls'] as const

/** Restores a backup beside the store as a drill, and shows what was proved. */
export function BackupDrill({ id }: { id: string }) {
  const t = useT('backups')
  const ui = useT('ui')
  const [password, setPassword] = useState('')
  const [job, setJob] = useState<string | null>(null)
  const [isEmpty, setEmpty] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const [proof, setProof] = useState<Proof | null>(null)
  const command = useCommand('backups.drill', { quiet: true })
  const run = async (event: FormEvent) => {
    event.preventDefault()
    if (command.isBusy) return
    setProof(null)
    setEmpty(password === '')
    if (password === '') return field.current?.focus()
    const mine = newJob()
    setJob(mine)
    const result = await command.run({ id, password }, { job: mine })
    setJob(null)
    setPassword('')
    if (result.ok) setProof(result.value)
  }
  return (
    <Section title={t('drill.title')}>
      <form noValidate onSubmit={(event) => void run(event)}>
        <Stack gap="xs">
          <p>{t('drill.text')}</p>
          <FailureAlert failure={command.failure} />
          <PasswordInput
            ref={field}
            error={isEmpty && ui('issues.required')}
            label={t('drill.password')}
            description={t('drill.passwordHint')}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            autoComplete="off"
            required
          />
          <Group gap="xs">
            <Button type="submit">{t('drill.start')}</Button>
          </Group>
          {proof && <ProofReport proof={proof} />}
        </Stack>
      </form>
      <ProgressDialog job={job} title={t('drill.running')} />
    </Section>
  )
}

function ProofReport({ proof }: { proof: Proof }) {
  const t = useT('backups')
  const report = useRef<HTMLDivElement>(null)
  useEffect(() => report.current?.scrollIntoView({ block: 'nearest' }), [])
  const facts = [
    { label: t('drill.madeAt'), value: <InstantText at={proof.madeAt} /> },
    { label: t('entries'), value: countText(proof.entries) },
    { label: t('drill.checkpoints'), value: countText(proof.checkpoints) },
    ...COUNTED.map((table) => ({ label: t(`drill.${table}`), value: countText(proof.counts[table] ?? 0) })),
    { label: t('took'), value: tookText(proof.tookMs) },
  ]
  return (
    <Alert ref={report} color="teal" variant="light" p="xs" role="status" title={t('drill.passed')}>
      <Facts facts={facts} />
    </Alert>
  )
}
