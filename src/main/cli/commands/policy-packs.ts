import { sideOf } from '../../../shared/contract.ts'
import type { Output } from '../../../shared/contracts.ts'
import { sourceText } from '../../../shared/policies/words.ts'
import { DESK_ZONE } from '../../../shared/time.ts'
import { dayAt } from '../../rules/zone.ts'
import { command } from '../command.ts'
import type { Context } from '../context.ts'

const pack = {
  kind: 'text',
  required: true,
  shown: 'ID',
  meaning: { zh: '规则包编号', en: 'Id of a rule pack' },
} as const

const options = {
  into: {
    kind: 'text',
    meaning: { zh: '写入此草稿，而不是新的版本', en: 'Into this draft instead of a new version' },
  },
  from: {
    kind: 'instant',
    meaning: { zh: '生效时刻所在日；默认今天', en: 'In force from that day; today unless told' },
  },
  reason: { kind: 'text', meaning: { zh: '为何启用或停用', en: 'Why it is switched' } },
} as const

type Asked = { id: string; into?: string | undefined; from?: number | undefined; reason?: string | undefined }

/** Drafts a version in which a pack is on or off, and says what is still to be done. */
async function drafted(context: Context, { id, into, from, reason }: Asked, isOn: boolean) {
  const draft = into === undefined ? undefined : await context.ask('policies.show', { id: into })
  const made: Output<'policies.switchPack'> = await context.ask('policies.switchPack', {
    ...{ id, isOn },
    ...(draft ? { into: { id: draft.id, revision: draft.revision } } : {}),
    ...(from === undefined ? {} : { effectiveFrom: dayAt(DESK_ZONE, from) }),
    ...(reason === undefined ? {} : { reason }),
  })
  context.tell({
    zh: `已起草 ${made.id}，提交并由另一人批准后才生效。`,
    en: `Drafted ${made.id}; it is in force once submitted and approved by somebody else.`,
  })
  const { id: version, kind, state, effectiveFrom, hash } = made
  return { json: { id: version, kind, state, effectiveFrom, hash } }
}

/** S3-03: the rule packs that come with the product, what each says and changes, and drafts with one on or off. */
export const policyPacks = [
  command({
    path: 'policy pack list',
    call: 'policies.packs',
    needs: 'person',
    run: async (context) => {
      const side = sideOf(context.language)
      const list = await context.ask('policies.packs', {})
      const shown = list.map(({ id, name, state, kind, marks, count }) => ({
        ...{ id, title: name[side], state, changes: kind ?? '', marks: marks.join(' '), count },
      }))
      return { json: list, shown }
    },
  }),
  command({
    path: 'policy pack show',
    call: 'policies.pack',
    needs: 'person',
    operands: { id: pack },
    run: async (context, { id }) => {
      const side = sideOf(context.language)
      const detail = await context.ask('policies.pack', { id })
      const { items, changes, problems, name, about, state, drafts } = detail
      const shown = {
        ...{ id: detail.id, title: name[side], about: about[side], state },
        items: items.map((one) => ({
          ...{ id: one.id, title: one.name[side], text: one.text[side], source: sourceText(one.source, side) },
        })),
        changes: changes.map(({ text }) => text[side]),
        problems: problems.map(({ text }) => text[side]),
        drafts: drafts.map((one) => one.id),
      }
      return { json: detail, shown }
    },
  }),
  command({
    path: 'policy pack on',
    call: 'policies.switchPack',
    needs: 'person',
    operands: { id: pack },
    options,
    fields: { effectiveFrom: 'from' },
    run: (context, asked) => drafted(context, asked, true),
  }),
  command({
    path: 'policy pack off',
    call: 'policies.switchPack',
    needs: 'person',
    operands: { id: pack },
    options,
    fields: { effectiveFrom: 'from' },
    run: (context, asked) => drafted(context, asked, false),
  }),
]
