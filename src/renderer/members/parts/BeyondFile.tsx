import { Alert } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import type { Failure } from '../../../shared/failure.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'

/** True where a file was refused because the member is not among those the person reads. */
export function isBeyond(failure: Failure | undefined): boolean {
  return failure?.code === 'RULE' && failure.rule === 'member-beyond-scope'
}

/** S3-129: in place of a file beyond what the person reads, the way to it in an emergency. */
export function BeyondFile({ id, onOpened }: { id: MemberId; onOpened: () => void }) {
  const t = useT('access')
  const open = useCommand('authorisations.openMember')
  const send = async (reason: string) => {
    const done = await open.run({ memberId: id, reason })
    if (!done.ok) return false
    tellDone(t('beyond.done', { at: dateTimeText(done.value.untilAt) }))
    onOpened()
    return true
  }
  return (
    <Alert variant="light" color="yellow" role="alert" icon={<IconShieldLock size={16} />}>
      <p>{t('beyond.text')}</p>
      <TextAct
        keep={{ kind: 'members-beyond-file-open', subject: id }}
        label={t('beyond.reason')}
        buttons={[{ label: t('beyond.open'), onSend: send, isBusy: open.isBusy }]}
      />
    </Alert>
  )
}
