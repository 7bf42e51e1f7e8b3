import { Alert, Button, Group, Text } from '@mantine/core'
import { IconDeviceFloppy, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { call, shell } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText, dateTimeText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useQuery } from '../../use-query.ts'

type Report = Output<'audit.verify'>

/** Recomputes the chain on demand and saves its signed head where the store cannot reach. */
export function useChain() {
  const t = useT('audit')
  const [job, setJob] = useState<string | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const verify = async () => {
    const id = newJob()
    setJob(id)
    const result = await call('audit.verify', {}, { job: id })
    setJob(null)
    if (result.ok) setReport(result.value)
    else tellFailure(result.failure)
  }
  const save = async () => {
    const place = await shell('shell.pickSave', { purpose: 'checkpoint', suggested: 'checkpoint.txt' })
    if (!place.ok || place.value === null) return
    const result = await call('audit.checkpoint', { out: place.value.token })
    if (result.ok) tellDone(t('checkpointSaved', { name: place.value.name }))
    else tellFailure(result.failure)
  }
  const actions = (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconDeviceFloppy size={15} />} onClick={() => void save()}>
        {t('checkpoint')}
      </Button>
      <Button leftSection={<IconShieldCheck size={15} />} onClick={() => void verify()}>
        {t('verify')}
      </Button>
    </Group>
  )
  return { actions, report, dialog: <ProgressDialog job={job} title={t('verifying')} /> }
}

/** How the chain fared. */
export function ChainReport({ report }: { report: Report | null }) {
  const t = useT('audit')
  if (!report) return null
  const { problem } = report
  if (problem) {
    return (
      <Alert color="red" role="alert" title={t('chainBroken', { sequence: problem.sequence })}>
        {t(`reasons.${problem.reason}`)}
      </Alert>
    )
  }
  return (
    <Alert color="green" role="status">
      <div>{t('chainOk', { entries: countText(report.entries), checkpoints: countText(report.checkpoints) })}</div>
      <div>
        <AnchorLine anchor={report.anchor} />
      </div>
    </Alert>
  )
}

/** How the newer part of the chain fared at the last start, which does not take the place of the full verification. */
export function StartReport() {
  const t = useT('audit')
  const { data } = useQuery('audit.lastVerified', {}, { topics: ['trust'] })
  if (!data) return null
  const { at, after, upTo, problem } = data
  if (!problem) {
    const told = { at: dateTimeText(at), from: countText(after + 1), to: countText(upTo) }
    return (
      <Text size="sm" c="dimmed">
        {after === 0 ? t('start.all', told) : t('start.part', told)}
      </Text>
    )
  }
  return (
    <Alert color="red" role="alert" title={t('start.wrong', { at: dateTimeText(at), sequence: problem.sequence })}>
      <div>{t(`reasons.${problem.reason}`)}</div>
      <div>{t('start.whatNow')}</div>
    </Alert>
  )
}

/** What the comparison with the last place sent out is worth, and what to do where there is none. */
function AnchorLine({ anchor }: Pick<Report, 'anchor'>) {
  const t = useT('audit')
  if (!anchor) return t('anchorNone')
  const { sequence, sentAt, keptBy } = anchor
  const at = dateTimeText(sentAt)
  return t('anchorSame', { sequence: countText(sequence), at, keptBy: keptBy || t('anchorKeeper') })
}
