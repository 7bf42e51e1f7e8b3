import { Button, Group, Modal, Progress, Text } from '@mantine/core'
import { useState } from 'react'
import { shell } from '../client.ts'
import { useT } from '../i18n/use-t.ts'
import { countText } from './formats.ts'
import { useProgress } from './use-progress.ts'

/** A name for one heavy call, to follow and cancel it; pass it as `{ job }` to the call. */
export function newJob(): string {
  return crypto.randomUUID()
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
