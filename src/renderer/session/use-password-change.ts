import { type ChangeEvent, useState } from 'react'
import { useCommand } from '../use-command.ts'
import { isUsable } from './NewPassword.tsx'

/** The three fields of changing one's own password, and sending them. */
export function usePasswordChange(onDone: () => void) {
  const [oldPassword, setOld] = useState('')
  const [value, setNew] = useState('')
  const [repeated, setRepeated] = useState('')
  const command = useCommand('session.changePassword', { quiet: true })
  const canSend = oldPassword !== '' && isUsable(value, repeated)

  const send = async () => {
    if (!canSend || command.isBusy) return
    const result = await command.run({ oldPassword, newPassword: value })
    if (!result.ok) return
    setOld('')
    setNew('')
    setRepeated('')
    onDone()
  }
  return {
    failure: command.failure,
    isBusy: command.isBusy,
    canSend,
    submit: () => void send(),
    oldProps: {
      value: oldPassword,
      onChange: (event: ChangeEvent<HTMLInputElement>) => setOld(event.currentTarget.value),
      error: command.fieldErrors.oldPassword,
      autoComplete: 'current-password',
    },
    newProps: {
      value,
      repeated,
      onChange: setNew,
      onRepeat: setRepeated,
      error: command.fieldErrors.newPassword,
    },
  }
}
