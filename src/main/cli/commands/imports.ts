import path from 'node:path'
import { type Bilingual, sideOf } from '../../../shared/contract.ts'
import type { Input, Output } from '../../../shared/contracts.ts'
import { IMPORT_KINDS, type ImportKind, mapping, printedReport } from '../../../shared/imports/model.ts'
import { READS } from '../../../shared/reads.ts'
import { TABLE_LIMITS } from '../../files/limits.ts'
import { callFields } from '../../rules/call-fields.ts'
import { caseFields } from '../../rules/case-fields.ts'
import { describeFields, memberFields } from '../../rules/member-fields.ts'
import { command } from '../command.ts'
import type { Context } from '../context.ts'
import { readJson } from '../files.ts'
import { EXIT, Stop } from '../stop.ts'

const FIELD_SETS = { members: memberFields, cases: caseFields, calls: callFields }

const badMap = (name: string, detail: string): Bilingual => ({
  zh: `映射文件 ${name} 不正确：${detail}`,
  en: `The map ${name} is not right: ${detail}`,
})

async function readMap(file: string) {
  const parsed = mapping.safeParse(withColumns(await readJson(file)))
  if (parsed.success) return parsed.data
  const detail = parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')
  throw new Stop('FILE', badMap(path.basename(file), detail), EXIT.usage)
}

// {"card": "Loyalty Number"} says all there is to say: the wrapping may be left out.
function withColumns(map: unknown): unknown {
  const isBare = typeof map === 'object' && map !== null && !Array.isArray(map) && !('columns' in map)
  return isBare ? { columns: map } : map
}

const MAPS: Record<ImportKind, Bilingual> = {
  members: {
    zh: '哪一列是哪个字段：{"card": "会员卡号", "name": "姓名"}；字段见 import fields members',
    en: 'Which column is which field: {"card": "Card No", "name": "Name"}; for fields see import fields members',
  },
  cases: {
    zh: '哪一列是哪个字段；有 eventAt 即为一行一事件。字段见 import fields cases',
    en: 'Which column is which field; with eventAt each row is an event. For fields see import fields cases',
  },
  calls: {
    zh: '哪一列是哪个字段；字段见 import fields calls',
    en: 'Which column is which field; for fields see import fields calls',
  },
}

function importCommand<K extends ImportKind>(kind: K) {
  return command({
    path: `import ${kind}`,
    call: `imports.${kind}`,
    needs: 'person',
    operands: {
      file: {
        kind: 'file',
        reads: TABLE_LIMITS.bytes,
        required: true,
        shown: 'FILE',
        meaning: { zh: 'CSV 或 XLSX 表格', en: 'A CSV or XLSX table' },
      },
    },
    options: {
      map: { kind: 'file', reads: READS.json, required: true, shown: 'MAP.json', meaning: MAPS[kind] },
      'dry-run': { kind: 'flag', meaning: { zh: '只检查，不保存', en: 'Check only, store nothing' } },
      errors: {
        kind: 'file',
        writes: true,
        shown: 'OUT.csv',
        meaning: { zh: '被拒绝的行写入此文件', en: 'Where the refused rows go' },
      },
    },
    run: async (context, { file, map, errors, 'dry-run': dryRun }) => {
      const { language } = context
      const input = { file, mapping: await readMap(map), dryRun, language, errorsOut: errors }
      const { id: _, ...report } = await asked[kind](context, input)
      const { rejected } = report
      if (rejected > 0)
        context.tell({
          zh: `${rejected} 行被拒绝，其余已处理。`,
          en: `${rejected} rows were refused; the others were taken.`,
        })
      return { json: printedReport(report) }
    },
  })
}

type Ask = (context: Context, input: Input<'imports.members'>) => Promise<Output<'imports.members'>>

const asked: Record<ImportKind, Ask> = {
  members: (context, input) => context.ask('imports.members', input),
  cases: (context, input) => context.ask('imports.cases', input),
  calls: (context, input) => context.ask('imports.calls', input),
}

/** Tables of other systems. */
export const imports = [
  importCommand('members'),
  importCommand('cases'),
  importCommand('calls'),
  command({
    path: 'import fields',
    call: null,
    summary: { zh: '列出映射文件可用的字段', en: 'List what a map may name' },
    needs: 'nothing',
    operands: {
      kind: {
        kind: 'choice',
        choices: IMPORT_KINDS,
        required: true,
        meaning: { zh: '导入的种类', en: 'What is imported' },
      },
    },
    run: async ({ language }, { kind }) => ({ json: describeFields(FIELD_SETS[kind], sideOf(language)) }),
  }),
]
