import { z } from 'zod'
import { call } from '../contract.ts'
import { DESK_ROLES } from '../roles.ts'
import { day, instant } from '../time.ts'
import { expectedSeq } from '../written.ts'
import { tripRemark, tripText } from './guard.ts'
import { fen, tripChannel, tripId } from './model.ts'
import { mark } from './step.ts'
import { ANSWER_KINDS, LODGINGS, TRANSPORTS } from './words.ts'

const changes = ['trips'] as const
const itemId = z.string().min(1).max(64)
const daysInOrder = ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
  startsOn === null || endsOn === null || startsOn <= endsOn

/** Calls of the first stages: what was asked and wanted, what the desk proposes, what the customer says to it. */
export const proposing = {
  ask: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记咨询内容：产品、价格、行程', en: 'Record what was asked: product, price, itinerary' },
    input: z
      .object({
        id: tripId,
        channel: tripChannel,
        askedAt: instant.optional(),
        product: tripRemark(500),
        price: tripRemark(500),
        itinerary: tripRemark(1000),
        answer: tripRemark(1000),
      })
      .refine(({ product, price, itinerary }) => `${product}${price}${itinerary}` !== '', { message: 'nothingAsked' }),
    output: mark,
    changes,
  }),
  need: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '补充需求分析单', en: 'Add to the needs sheet' },
    input: z
      .object({
        id: tripId,
        channel: tripChannel,
        saidAt: instant.optional(),
        destination: tripText(120).nullable().default(null),
        startsOn: day.nullable().default(null),
        endsOn: day.nullable().default(null),
        lodging: z.enum(LODGINGS).nullable().default(null),
        transport: z.enum(TRANSPORTS).nullable().default(null),
        budgetFen: fen.nullable().default(null),
        travellers: z.number().int().min(1).max(999).nullable().default(null),
        note: tripRemark(1000),
      })
      .refine(daysInOrder, { message: 'daysOrder', path: ['endsOn'] })
      .refine(
        ({ id: _id, channel: _channel, saidAt: _saidAt, note, ...said }) =>
          note !== '' || Object.values(said).some((one) => one !== null),
        {
          message: 'nothingSaid',
        },
      ),
    output: mark,
    changes,
  }),
  propose: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '编制旅游方案（新版本）', en: 'Write a proposal as a new version' },
    input: z.object({
      id: tripId,
      /** Which feedback this version takes up; only the first needs none. */
      basis: tripRemark(1000),
      options: z
        .array(
          z.object({
            name: tripText(80),
            sights: tripText(1000),
            stay: tripText(500),
            transport: tripText(500),
            meals: tripText(500),
            priceFen: fen,
          }),
        )
        .min(1)
        .max(6),
      expectedSeq,
    }),
    output: mark,
    changes,
  }),
  offer: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '向客户提供方案', en: 'Offer a proposal to the customer' },
    input: z.object({ id: tripId, proposalId: itemId, channel: tripChannel, expectedSeq }),
    output: mark,
    changes,
  }),
  answer: call({
    kind: 'command',
    access: DESK_ROLES,
    members: 'file',
    summary: { zh: '登记客户对方案的答复', en: "Record the customer's answer to a proposal" },
    input: z.object({
      id: tripId,
      proposalId: itemId,
      optionId: itemId.nullable().default(null),
      kind: z.enum(ANSWER_KINDS),
      channel: tripChannel,
      saidAt: instant.optional(),
      text: tripRemark(1000),
      expectedSeq,
    }),
    output: mark,
    changes,
  }),
}
