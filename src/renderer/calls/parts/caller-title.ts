import type { LiveCall } from '../../../shared/calls/model.ts'
import type { Say } from '../../i18n/use-t.ts'

/** Who is calling, in a word: the member, the name they gave, or the number. */
export function callerTitle({ caller, callerName, phoneMasked }: LiveCall, t: Say<'calls'>): string {
  if (caller.kind === 'member') return caller.member.name
  return callerName || phoneMasked || t('bar.hiddenNumber')
}
