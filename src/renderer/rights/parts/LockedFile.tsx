import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import { tellFailure } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'

/** A locked file, looked into for a legal reason that stands in the audit log. */
export function LockedFile({ memberId }: { memberId: MemberId }) {
  const t = useT('rights')
  const [shown, setShown] = useState<Output<'rights.unlock'> | null>(null)
  const nameOf = useName()
  const [isBusy, setBusy] = useState(false)
  const look = async (reason: string) => {
    setBusy(true)
    const result = await call('rights.unlock', { memberId, reason })
    setBusy(false)
    if (result.ok) setShown(result.value)
    else tellFailure(result.failure)
    return result.ok
  }
  if (shown)
    return <Facts facts={shown.fields.map(({ name, value }) => ({ label: nameOf(name), value }))} columns={2} />
  return (
    <TextAct
      keep={{ kind: 'rights-locked-file-unlock', subject: memberId }}
      label={t('member.unlockReason')}
      buttons={[{ label: t('member.unlock'), onSend: look, isBusy }]}
    />
  )
}
