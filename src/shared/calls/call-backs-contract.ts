import { z } from 'zod'
import { call } from '../contract.ts'
import { DESK_ROLES } from '../roles.ts'
import { callBack, recordText } from './model.ts'
import { CALL_BACK_RESULTS } from './words.ts'

const one = z.object({ id: z.string().min(1).max(64) })
const said = recordText.refine((text) => text.trim() !== '', { message: 'required' })

/** People to call back: who was not answered, and who was promised a call. */
export const callBacksContract = {
  callBacks: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'scoped',
    summary: { zh: '待回电', en: 'People to call back' },
    input: z.object({ mine: z.boolean().default(true) }),
    output: z.array(callBack),
  }),
  claimCallBack: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '认领一项回电', en: 'Take a call-back upon oneself' },
    input: one,
    output: callBack,
    changes: ['calls', 'cases'],
  }),
  closeCallBack: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '结束一项回电', en: 'Close a call-back' },
    input: one.extend({ result: z.enum(CALL_BACK_RESULTS).default('otherWay'), outcome: said }),
    output: callBack,
    changes: ['calls', 'cases'],
  }),
  giveUpCallBack: call({
    kind: 'command',
    access: DESK_ROLES,
    summary: { zh: '多次未接通，放弃回电并说明原因', en: 'Give a call-back up after several tries, with the reason' },
    input: one.extend({ reason: said }),
    output: callBack,
    changes: ['calls', 'cases'],
  }),
}
