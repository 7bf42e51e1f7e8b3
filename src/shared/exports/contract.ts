import { z } from 'zod'
import { call } from '../contract.ts'
import { memberId } from '../ids.ts'
import { language } from '../session/model.ts'
import { instant } from '../time.ts'

/** An export that was made, kept with its purpose and requester (S3-133). */
export const exportRow = z.object({
  id: z.string(),
  at: instant,
  actorName: z.string(),
  memberId: memberId.nullable(),
  memberCard: z.string().nullable(),
  purpose: z.string(),
  requester: z.string(),
  fileName: z.string(),
  rows: z.number().int(),
  sha256: z.string(),
  head: z.string(),
})
export type ExportRow = z.infer<typeof exportRow>

const problem = z.object({ code: z.string(), file: z.string().optional(), detail: z.string() })

/** Signed histories that a stranger can verify. */
export const exports = {
  history: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '导出一位会员的服务历史', en: "Export one member's service history as a signed bundle" },
    input: z.object({
      memberId,
      /** Why, in words; stands in the manifest and on every page. */
      purpose: z.string().trim().min(1).max(500),
      /** Who asked for it, if not the manager: the member, a court, an auditor. */
      requester: z.string().trim().min(1).max(120),
      leavesMainland: z.boolean().default(false),
      approval: z.string().trim().max(200).optional(),
      language: language.default('zh-CN'),
      out: z.string().min(1).max(1000),
    }),
    output: z.object({
      id: z.string(),
      fileName: z.string(),
      rows: z.number().int(),
      sha256: z.string(),
      head: z.string(),
      keyId: z.string(),
    }),
    changes: ['exports'],
    heavy: true,
  }),
  list: call({
    kind: 'query',
    access: ['manager', 'admin'],
    summary: { zh: '列出已做的导出', en: 'List the exports that were made' },
    input: z.object({ limit: z.number().int().min(1).max(500).default(100) }),
    output: z.array(exportRow),
  }),
  verify: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '验证导出包', en: 'Verify an export bundle' },
    input: z.object({ file: z.string().min(1).max(1000) }),
    output: z.object({ ok: z.boolean(), rows: z.number().int(), isOurs: z.boolean(), problems: z.array(problem) }),
    heavy: true,
  }),
}
