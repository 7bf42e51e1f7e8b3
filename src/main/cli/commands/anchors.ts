import type { Bilingual } from '../../../shared/contract.ts'
import { sideOf } from '../../../shared/contract.ts'
import { READS } from '../../../shared/reads.ts'
import type { AnchorResult } from '../../../shared/rights/model.ts'
import { command } from '../command.ts'

const WRONG: Record<Exclude<AnchorResult, 'same'>, Bilingual> = {
  unreadable: { zh: '不是本系统签名的锚点，或已被改动。', en: 'No anchor signed by this system, or it was changed.' },
  otherStore: { zh: '锚点属于另一个库。', en: 'The anchor belongs to another store.' },
  rolledBack: { zh: '审计链被退回到锚点之前。', en: 'The audit chain was rolled back to before the anchor.' },
  rewritten: { zh: '审计链与锚点不同：已被改写。', en: 'The audit chain differs from the anchor: it was rewritten.' },
}

/** Places of the audit chain that are kept outside the store. */
export const anchors = [
  command({
    path: 'audit anchor',
    call: 'rights.sendAnchor',
    needs: 'person',
    operands: {
      out: { kind: 'file', writes: true, required: true, shown: 'FILE', meaning: { zh: '写到哪里', en: 'Where to' } },
    },
    options: { keeper: { kind: 'text', shown: 'WHO', meaning: { zh: '由谁保存', en: 'Who keeps it' } } },
    run: async (context, { out, keeper = '' }) => {
      const { sequence, hash, note } = await context.ask('rights.sendAnchor', { out, keptBy: keeper })
      return { json: { file: out, sequence, hash, note }, shown: { file: out, sequence, hash } }
    },
  }),
  command({
    path: 'audit compare',
    call: 'rights.compareAnchor',
    needs: 'person',
    operands: {
      file: {
        kind: 'file',
        reads: READS.text,
        required: true,
        shown: 'FILE',
        meaning: { zh: '锚点文件', en: 'The anchor' },
      },
    },
    run: async (context, { file }) => {
      const json = await context.ask('rights.compareAnchor', { file })
      if (json.result === 'same') return { json }
      return { json, wrong: WRONG[json.result][sideOf(context.language)] }
    },
  }),
]
