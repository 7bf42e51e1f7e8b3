import { Button, Group, Modal, Progress, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Progress as Step } from '../../shared/bridge.ts'
import { onPush, shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { countText } from './formats.ts'

/** A name for one heavy call, to follow and cancel it; pass it as `{ job }` to the call. */
export function newJob(): string {
  return crypto.randomUUID()
}

/** How far a heavy call has come; undefined before the first report. */
export function useProgress(job: string | null): Step | undefined {
  const [step, setStep] = useState<Step | undefined>()
  useEffect(() => {
    setStep(undefined)
    if (job === null) return
    return onPush((push) => {
      if (push.kind === 'progress' && push.progress.job === job) setStep(push.progress)
    })
  }, [job])
  return step
}

type Props = {
  /** The running job; null closes the dialog. */
  job: string | null
  title: string
}

/** Follows a heavy call and can cancel it; closes when the owner sets the job to null. */
export function ProgressDialog({ job, title }: Props) {
  const t = useT('ui')
  const step = useProgress(job)
  const [cancelled, setCancelled] = useState<string | null>(null)
  const isCancelling = job !== null && cancelled === job
  const done = step?.done ?? 0
  const total = step?.total ?? null
  const percent = total === null || total === 0 ? 100 : Math.min(100, (done / total) * 100)
  const cancel = () => {
    if (job === null) return
    setCancelled(job)
    void shell('shell.cancel', { job })
  }
  return (
    <Modal opened={job !== null} onClose={cancel} title={title} withCloseButton={false} closeOnClickOutside={false}>
      <Progress value={percent} animated={total === null} striped={total === null} aria-label={title} />
      <Group justify="space-between" mt="xs">
        <Text size="sm" c="dimmed" className="num" role="status">
          {total === null
            ? t('progress.done', { done: countText(done) })
            : t('progress.of', { done: countText(done), total: countText(total) })}
          {step?.note && ` · ${step.note}`}
        </Text>
        <Button variant="default" onClick={cancel} disabled={isCancelling} data-autofocus>
          {t(isCancelling ? 'progress.cancelling' : 'progress.cancel')}
        </Button>
      </Group>
    </Modal>
  )
}
