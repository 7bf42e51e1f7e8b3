import type { WaitingCall } from '../../shared/calls/waiting.ts'
import { useT } from '../i18n/use-t.ts'
import { useClasses } from '../ui/classes.ts'
import { useName } from '../ui/use-name.ts'

/** A waiting call in words: who calls, who hands it over, and for whom it is. */
export function useWaitWords() {
  const t = useT('callDesk')
  const calls = useT('calls')
  const nameOf = useName()
  const { deskNames } = useClasses()
  return {
    who: ({ memberName, phoneMasked }: WaitingCall) => memberName ?? (phoneMasked || calls('bar.hiddenNumber')),
    from: ({ fromName }: WaitingCall) => (fromName === null ? '' : t('waiting.from', { name: fromName })),
    to: ({ toName, toDesk }: WaitingCall) => {
      const desk = toDesk ? deskNames[toDesk] : undefined
      const name = toName ?? (desk ? nameOf(desk) : '')
      return name === '' ? '' : t('waiting.to', { name })
    },
  }
}
