import { Button } from '@mantine/core'
import type { MouseEvent } from 'react'
import type { CallBack } from '../../../shared/calls/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { startCall, useCalls } from '../store.ts'
import type { Closing } from './CloseCallBack.tsx'
import styles from './calls.module.css'

type Props = { row: CallBack; needed: number; onClose: (closing: Closing) => void }

/** What is done about somebody to call back: take it on, call, end it, or give it up after enough tries. */
export function CallBackActs({ row, needed, onClose }: Props) {
  const t = useT('calls')
  const desk = useT('callDesk')
  const me = useSession((state) => state.user?.id)
  const isOn = useCalls((state) => state.call !== null)
  const claim = useCommand('calls.claimCallBack')
  const isMine = row.ownerId === me
  // A click on a button does not open the row.
  const act = (run: () => unknown) => (event: MouseEvent) => {
    event.stopPropagation()
    run()
  }
  const take = async () => {
    const { ok } = await claim.run({ id: row.id })
    if (ok) tellDone(desk('back.claimed'))
  }
  return (
    <span className={styles.buttons}>
      <Button
        size="compact-xs"
        disabled={isOn || row.callingName !== null}
        onClick={act(() => void startCall({ direction: 'outbound', callBackOf: row.callId }))}
      >
        {t('actions.callBack')}
      </Button>
      {isMine ? (
        <>
          <Button
            size="compact-xs"
            variant="default"
            onClick={act(() => onClose({ callBack: row, isGivingUp: false }))}
          >
            {t('actions.close')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={row.tries < needed}
            onClick={act(() => onClose({ callBack: row, isGivingUp: true }))}
          >
            {desk('actions.giveUp')}
          </Button>
        </>
      ) : (
        <Button size="compact-xs" variant="default" loading={claim.isBusy} onClick={act(() => void take())}>
          {desk('actions.claim')}
        </Button>
      )}
    </span>
  )
}
