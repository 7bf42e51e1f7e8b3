import type { Push } from '../../shared/bridge.ts'
import { tellFailure } from '../ui/notify.ts'

const REFUSED = 'calls.link-refused.'

/** Says in words why a link of the telephone system was not taken. */
export function tellRefusedLink(push: Push): void {
  if (push.kind !== 'command' || !push.command.startsWith(REFUSED)) return
  tellFailure({ code: 'RULE', rule: `link-${push.command.slice(REFUSED.length)}`, params: {} })
}
