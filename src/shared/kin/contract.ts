import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { line } from '../members/fields.ts'
import { DESK_ROLES } from '../roles.ts'
import { kinView, newKin } from './model.ts'

const id = z.string().min(1).max(64)

/** Family and assistants who may speak for a member, each for what and until when. */
export const kin = {
  list: call({
    kind: 'query',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '查看可代会员发言的人', en: 'Show who may speak for a member' },
    input: z.object({ memberId }),
    output: z.array(kinView),
    discloses: true,
  }),
  add: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记可代会员发言的人', en: 'Record somebody who may speak for a member' },
    input: newKin.extend({ memberId }),
    output: kinView,
    changes: ['members'],
  }),
  end: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '终止代办授权', en: 'End somebody’s authority to speak for a member' },
    input: z.object({ id, reason: line(300) }),
    output: kinView,
    changes: ['members'],
  }),
  reveal: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: {
      zh: '说明理由后显示代办人电话',
      en: 'Show the number of somebody who speaks for a member, for a reason',
    },
    input: z.object({ id, reason: z.string().max(200) }),
    output: z.object({ value: z.string(), hideAfterMs: z.number().int() }),
  }),
}
