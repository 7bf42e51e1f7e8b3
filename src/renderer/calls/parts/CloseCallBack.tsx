import { Button, Group, Modal, Select, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CallBack } from '../../../shared/calls/model.ts'
import { CALL_BACK_END_NAMES, CALL_BACK_RESULTS, type CallBackResult } from '../../../shared/calls/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** The call-back that is being ended, and whether because nobody could be reached. */
export type Closing = { callBack: CallBack; isGivingUp: boolean }

type Props = { shown: Closing | null; onClose: () => void }

/** Ends a call-back with what came of it, or gives it up with the reason. */
export function CloseCallBack({ shown, onClose }: Props) {
  const t = useT('calls')
  const desk = useT('callDesk')
  const ui = useT('ui')
  return (
    <Modal
      opened={shown !== null}
      onClose={onClose}
      title={shown?.isGivingUp ? desk('back.giveUpTitle') : t('closeDialog.title')}
      closeButtonProps={{ 'aria-label': ui('actions.close') }}
      size={420}
    >
      {shown && <CloseForm key={shown.callBack.id} {...shown} onClose={onClose} />}
    </Modal>
  )
}

function CloseForm({ callBack: { id, tries }, isGivingUp, onClose }: Closing & { onClose: () => void }) {
  const t = useT('calls')
  const desk = useT('callDesk')
  const ui = useT('ui')
  const nameOf = useName()
  const close = useCommand('calls.closeCallBack')
  const giveUp = useCommand('calls.giveUpCallBack')
  const [result, setResult] = useState<CallBackResult>('otherWay')
  const [said, setSaid] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const ended = isGivingUp ? await giveUp.run({ id, reason: said }) : await close.run({ id, result, outcome: said })
    if (!ended.ok) return
    tellDone(isGivingUp ? desk('back.gaveUp') : t('told.closed'))
    onClose()
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        {!isGivingUp && (
          <Select
            label={desk('back.result')}
            allowDeselect={false}
            value={result}
            data={CALL_BACK_RESULTS.map((value) => ({ value, label: nameOf(CALL_BACK_END_NAMES[value]) }))}
            onChange={(value) => setResult(CALL_BACK_RESULTS.find((known) => known === value) ?? 'otherWay')}
          />
        )}
        <TextArea
          keep={{ kind: 'calls-close-form-outcome', subject: id }}
          data-autofocus
          label={isGivingUp ? desk('back.reason') : t('closeDialog.outcome')}
          description={isGivingUp ? desk('back.reasonHint', { tries }) : t('closeDialog.hint')}
          withAsterisk
          minRows={3}
          maxLength={500}
          value={said}
          error={close.fieldErrors.outcome ?? giveUp.fieldErrors.reason}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {ui('actions.cancel')}
          </Button>
          <Button type="submit" loading={close.isBusy || giveUp.isBusy}>
            {isGivingUp ? desk('actions.giveUp') : t('actions.close')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
