import { useEffect, useState } from 'react'
import type { KinView } from '../../../shared/kin/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../use-command.ts'
import { localPhone } from '../phone.ts'
import { ReasonAct } from './ReasonAct.tsx'

/** The number of somebody who speaks for the member, shown in full for a while and for a reason (S3-132). */
export function MaskedPhone({ kin: { id, name, maskedPhone } }: { kin: KinView }) {
  const t = useT('people')
  const reveal = useCommand('kin.reveal')
  const [shown, setShown] = useState<{ value: string; hideAfterMs: number } | null>(null)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), shown.hideAfterMs)
    return () => clearTimeout(timer)
  }, [shown])
  const show = async (reason: string) => {
    const result = await reveal.run({ id, reason })
    if (result.ok) setShown(result.value)
    return result.ok
  }
  return (
    <span className="num">
      {localPhone(shown?.value ?? maskedPhone)}{' '}
      {shown === null && (
        <ReasonAct
          label={t('kin.show')}
          name={t('kin.reveal', { name })}
          reasonLabel={t('kin.revealReason')}
          isBusy={reveal.isBusy}
          onDo={show}
        />
      )}
    </span>
  )
}
