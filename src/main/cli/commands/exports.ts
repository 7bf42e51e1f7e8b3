import fs from 'node:fs'
import { unfinishedExportsTexts } from '../../../renderer/exports/unfinished-texts.ts'
import { sideOf } from '../../../shared/contract.ts'
import { EXPORT_PROFILES } from '../../../shared/exports/profiles.ts'
import { READS } from '../../../shared/reads.ts'
import type { Language } from '../../../shared/session/model.ts'
import type { Problem } from '../../bundle/problems.ts'
import { mustBeNew } from '../../engine/outside-faults.ts'
import { command } from '../command.ts'
import { memberIdOf } from '../lookups.ts'

const notInOrder = (problems: readonly Problem[], language: Language): string =>
  ({
    zh: `此文件未通过验证，发现 ${problems.length} 个问题。`,
    en: `This file does not verify: ${problems.length} problems.`,
  })[sideOf(language)]

// In the window's words, and how it goes on from here.
const { zh, en } = unfinishedExportsTexts
const CANCELLED = {
  zh: `${zh.cancelled}再运行一次同样的命令即接着做。`,
  en: `${en.cancelled} The same command once more goes on.`,
}

const NO_FILE = { zh: '请给出导出包。', en: 'Name a bundle.' }

async function verifyFile(file: string, identity: string | undefined) {
  const { openBundle } = await import('../../bundle/age.ts')
  const { verifyBundle } = await import('../../bundle/verify.ts')
  const key = identity === undefined ? {} : { identity: fs.readFileSync(identity, 'utf8') }
  const opened = await openBundle(file, key)
  if (!opened.ok) return { ok: false, rows: 0, problems: [opened.problem] }
  try {
    return await verifyBundle(opened.source)
  } finally {
    await opened.close()
  }
}

async function writeVerifier(out: string): Promise<void> {
  const { verifierText } = await import('../../bundle/verifier.ts')
  mustBeNew(out)
  fs.writeFileSync(out, verifierText(), { flag: 'wx' })
}

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
      out: { kind: 'file', writes: true, required: true, meaning: { zh: '导出文件', en: 'The file to write' } },
      requester: {
        kind: 'text',
        meaning: { zh: '索取人；默认为导出人自己', en: 'Who asked for it; the exporter unless told' },
      },
      abroad: { kind: 'flag', meaning: { zh: '文件将离开中国大陆', en: 'The file leaves the Chinese mainland' } },
      approval: { kind: 'text', meaning: { zh: '出境审批编号', en: 'Reference of the approval to go abroad' } },
      profile: {
        kind: 'choice',
        choices: EXPORT_PROFILES,
        meaning: { zh: '按接收人删改的版本，默认 archive', en: 'The version for whom; archive unless told' },
      },
      'destroy-by': {
        kind: 'text',
        shown: 'DAY',
        meaning: { zh: '接收人销毁副本的期限', en: 'The last day on which the recipient may have the copy' },
      },
      'recipient-key': {
        kind: 'text',
        shown: 'AGE_KEY',
        meaning: { zh: '以接收人公钥加密（age1…）', en: "Encrypts to the recipient's key (age1…)" },
      },
      request: {
        kind: 'text',
        shown: 'ID',
        meaning: { zh: '已获第二人批准的申请', en: 'The request to which a second person agreed' },
      },
    },
    fields: {
      destroyBy: 'destroy-by',
      'recipientKeys.0': 'recipient-key',
      requestId: 'request',
      leavesMainland: 'abroad',
    },
    rules: { 'export-recipient-key': 'recipient-key', 'export-not-approved': 'request' },
    cancelled: CANCELLED,
    run: async (context, args) => {
      const { member, purpose, out, requester, abroad, approval, profile, request } = args
      const key = args['recipient-key']
      const { rows, sha256, head, keyId, taken, changed } = await context.ask('exports.history', {
        memberId: await memberIdOf(context, member),
        purpose,
        requester: requester ?? context.user(),
        leavesMainland: abroad,
        language: context.language,
        out,
        approval,
        profile,
        destroyBy: args['destroy-by'],
        requestId: request,
        recipientKeys: key === undefined ? undefined : [key],
      })
      const wentOn = taken > 0 || changed.length > 0 ? { taken, changed } : {}
      return { json: { file: out, rows, sha256, head, keyId, ...wentOn } }
    },
  }),
  command({
    path: 'verify',
    call: null,
    summary: { zh: '验证导出包；无需数据库和密码', en: 'Verify an export bundle; needs neither store nor password' },
    needs: 'nothing',
    operands: {
      file: { kind: 'file', reads: READS.pieces, shown: 'FILE', meaning: { zh: '导出包', en: 'The bundle' } },
    },
    options: {
      identity: {
        kind: 'file',
        reads: READS.text,
        shown: 'FILE',
        meaning: { zh: '打开加密包的 age 私钥文件', en: 'The age identity file that opens an encrypted bundle' },
      },
      'save-verifier': {
        kind: 'file',
        writes: true,
        shown: 'FILE',
        meaning: {
          zh: '另存独立验证程序，供外部审计人员用普通 Node 运行',
          en: 'Also saves the stand-alone verifier, which an auditor runs with plain Node',
        },
      },
    },
    run: async ({ language }, { file, identity, 'save-verifier': out }) => {
      if (out !== undefined) await writeVerifier(out)
      if (file === undefined)
        return out === undefined ? { json: {}, wrong: NO_FILE[sideOf(language)] } : { json: { verifier: out } }
      const { ok, rows, problems } = await verifyFile(file, identity)
      const json = { ok, rows, problems }
      return ok ? { json } : { json, wrong: notInOrder(problems, language) }
    },
  }),
]
