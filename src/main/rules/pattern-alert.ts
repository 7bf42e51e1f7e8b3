import { allow, type Decision, deny } from '../../shared/failure.ts'
import type { AlertState } from '../../shared/patterns/words.ts'

/** What a lead may do with a warning: it is taken up, then looked into, then closed; a closed one stays as it is. */
export function canMove(state: AlertState, action: 'acknowledge' | 'finding' | 'close', hasFinding: boolean): Decision {
  if (state === 'closed') return deny('pattern-closed')
  if (action === 'acknowledge') return allow
  if (state === 'open') return deny('pattern-not-taken')
  if (action === 'close' && !hasFinding) return deny('pattern-no-finding')
  return allow
}
