import { sideOf } from '../../../shared/contract.ts'
import type { Language } from '../../../shared/session/model.ts'
import type { Problem } from '../../bundle/problems.ts'
import { command } from '../command.ts'
import { memberIdOf } from '../lookups.ts'

const notInOrder = (problems: readonly Problem[], language: Language): string =>
  ({
    zh: `此文件未通过验证，发现 ${problems.length} 个问题。`,
    en: `This file does not verify: ${problems.length} problems.`,
  })[sideOf(language)]

/** Signed histories for outsiders. */
export const exports = [
  command({
    path: 'export history',
    call: 'exports.history',
    needs: 'person',
    options: {
      member: { kind: 'text', shown: 'CARD', required: true, meaning: { zh: '会员卡号', en: "The member's card" } },
      purpose: {
        kind: 'text',
        required: true,
        meaning: { zh: '用途，写入清单和每一页', en: 'Why; stands in the manifest and on every page' },
      },
      out: { kind: 'file', required: true, meaning: { zh: '导出文件', en: 'The file to write' } },
      requester: {
        kind: 'text',
        meaning: { zh: '索取人；默认为导出人自己', en: 'Who asked for it; the exporter unless told' },
      },
      abroad: { kind: 'flag', meaning: { zh: '文件将离开中国大陆', en: 'The file leaves the Chinese mainland' } },
      approval: { kind: 'text', meaning: { zh: '出境审批编号', en: 'Reference of the approval to go abroad' } },
    },
    run: async (context, { member, purpose, out, requester, abroad, approval }) => {
      const { rows, sha256, head, keyId } = await context.ask('exports.history', {
        memberId: await memberIdOf(context, member),
        purpose,
        requester: requester ?? context.user(),
        leavesMainland: abroad,
        language: context.language,
        out,
        approval,
      })
      return { json: { file: out, rows, sha256, head, keyId } }
    },
  }),
  command({
    path: 'verify',
    call: null,
    summary: { zh: '验证导出包；无需数据库和密码', en: 'Verify an export bundle; needs neither store nor password' },
    needs: 'nothing',
    operands: { file: { kind: 'file', required: true, shown: 'FILE', meaning: { zh: '导出包', en: 'The bundle' } } },
    run: async ({ language }, { file }) => {
      const { verifyBundle } = await import('../../bundle/verify.ts')
      const { ok, rows, problems } = await verifyBundle(file)
      const json = { ok, rows, problems }
      return ok ? { json } : { json, wrong: notInOrder(problems, language) }
    },
  }),
]
