import { sideOf } from '../../../shared/contract.ts'
import { command } from '../command.ts'
import { memberIdOf } from '../lookups.ts'
import { withMoments } from '../moments.ts'

/** Looking members up. */
export const members = [
  command({
    path: 'member find',
    call: 'members.find',
    needs: 'person',
    operands: {
      text: {
        kind: 'text',
        required: true,
        meaning: {
          zh: '电话、卡号、姓名、拼音、证件尾号、订座编码或票号',
          en: 'Telephone, card, name, pinyin, end of a document, PNR or ticket',
        },
      },
    },
    options: { limit: { kind: 'count', meaning: { zh: '最多几位，默认 10', en: 'How many at most; 10 unless told' } } },
    run: async (context, { text, limit }) => ({ json: await context.ask('members.find', { text, limit }) }),
  }),
  command({
    path: 'member show',
    call: 'members.view',
    needs: 'person',
    operands: { card: { kind: 'text', required: true, meaning: { zh: '卡号', en: 'Card' } } },
    run: async (context, { card }) => {
      const {
        member: found,
        entitlements,
        openCases,
        ...file
      } = await context.ask('members.view', {
        id: await memberIdOf(context, card),
      })
      const member = { ...found, vipReason: found.vipReason?.[sideOf(context.language)] ?? '' }
      const cases = openCases.map(({ number, ...rest }) => ({ case: number, ...rest }))
      const shown = withMoments({ ...member, entitlements, openCases: cases })
      return { json: withMoments({ ...member, entitlements, openCases: cases, ...file }), shown }
    },
  }),
]
