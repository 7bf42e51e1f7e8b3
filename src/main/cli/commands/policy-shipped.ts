import { sideOf } from '../../../shared/contract.ts'
import { DESK_ZONE } from '../../../shared/time.ts'
import { dayAt } from '../../rules/zone.ts'
import { command } from '../command.ts'

/** What the product ships newer than the desk took, and the draft that takes it in. */
export const policyShipped = [
  command({
    path: 'policy newer',
    call: 'policies.shipped',
    needs: 'person',
    run: async (context) => {
      const side = sideOf(context.language)
      const list = await context.ask('policies.shipped', {})
      const shown = list.map(({ version, changes, conflicts, draft }) => ({
        ...{ id: version.id, title: version.name[side], draft: draft?.id ?? '' },
        changes: changes.map(({ text }) => text[side]),
        conflicts: conflicts.map(({ path, shipped, own }) => ({
          path,
          shipped: shipped.map((text) => text[side]),
          own: own.map((text) => text[side]),
        })),
      }))
      return { json: list, shown }
    },
  }),
  command({
    path: 'policy take',
    call: 'policies.takeShipped',
    needs: 'person',
    operands: {
      id: {
        kind: 'text',
        required: true,
        shown: 'ID',
        meaning: { zh: '本台版本编号', en: "Number of the desk's version" },
      },
    },
    options: {
      theirs: {
        kind: 'text',
        meaning: {
          zh: '采用产品内容的冲突位置，以逗号分隔；其余保留本台的',
          en: "Paths of conflicts, with commas, in which the product's word holds; the desk's in the others",
        },
      },
      from: {
        kind: 'instant',
        meaning: { zh: '生效时刻所在日；默认今天', en: 'In force from that day; today unless told' },
      },
      reason: { kind: 'text', meaning: { zh: '为何并入', en: 'Why it is taken in' } },
    },
    fields: { effectiveFrom: 'from' },
    run: async (context, { id, theirs, from, reason }) => {
      const made = await context.ask('policies.takeShipped', {
        id,
        ...(theirs === undefined ? {} : { theirs: theirs.split(',') }),
        ...(from === undefined ? {} : { effectiveFrom: dayAt(DESK_ZONE, from) }),
        ...(reason === undefined ? {} : { reason }),
      })
      context.tell({
        zh: `已起草 ${made.id}，提交并由另一人批准后才生效。`,
        en: `Drafted ${made.id}; it is in force once submitted and approved by somebody else.`,
      })
      const { id: version, kind, state, effectiveFrom, hash, problems } = made
      return { json: { id: version, kind, state, effectiveFrom, hash, problems } }
    },
  }),
]
