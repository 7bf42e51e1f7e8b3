import { z } from 'zod'
import { call } from '../contract.ts'
import { userId } from '../ids.ts'
import { instant } from '../time.ts'
import { remark, written } from '../written.ts'
import { accessContract } from './access-contract.ts'
import { assentRow, deskSession, disclosure, rowId as id, signedText, trustSettings, trustText } from './model.ts'
import { AUTHORISATION_KINDS, DISCLOSURE_KINDS, TEXT_KINDS } from './words.ts'

export { authorisations } from './authorisations.ts'
export { leaks } from './leaks.ts'

const changes = ['trust'] as const

/** Rules and undertakings that everybody knows, who was here, and to whom what was disclosed (S3-127..135). */
export const trust = {
  mine: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '查看本人待阅读、待签署与现有授权', en: 'What I have to read or sign, and what I am authorised to' },
    input: z.object({}),
    output: z.object({
      toRead: trustText.nullable(),
      toSign: trustText.nullable(),
      signBy: instant.nullable(),
      /** The role acted in now; raised while an authorisation runs. */
      role: z.string(),
      authorised: z.array(z.object({ kind: z.enum(AUTHORISATION_KINDS), untilAt: instant })),
      /** For managers: what waits for them. */
      waits: z.object({
        leaks: z.number().int(),
        /** Restricted cases that nobody handles. */
        restricted: z.number().int(),
        reviews: z.number().int(),
        emergencies: z.number().int(),
        drafts: z.number().int(),
      }),
    }),
  }),
  settings: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '读取数据安全设置', en: 'Read the data-security settings' },
    input: z.object({}),
    output: trustSettings,
  }),
  setSettings: call({
    kind: 'command',
    access: ['manager'],
    summary: { zh: '修改数据安全设置', en: 'Change the data-security settings' },
    input: trustSettings,
    output: trustSettings,
    changes,
  }),
  ...accessContract,
  texts: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出制度或承诺书的各版本', en: 'List the versions of the rules or the undertaking' },
    input: z.object({ kind: z.enum(TEXT_KINDS) }),
    output: z.array(trustText),
  }),
  draftText: call({
    kind: 'command',
    access: ['lead', 'manager', 'admin'],
    summary: { zh: '起草制度或承诺书新版本', en: 'Draft a version of the rules or the undertaking' },
    input: z.object({ kind: z.enum(TEXT_KINDS), title: written(120), body: written(20_000) }),
    output: trustText,
    changes,
  }),
  approveText: call({
    kind: 'command',
    access: ['manager', 'admin'],
    summary: { zh: '批准制度或承诺书并定生效时间', en: 'Approve a version and say from when it is in force' },
    input: z.object({ id, fromAt: instant.nullable().default(null) }),
    output: trustText,
    changes,
  }),
  acknowledge: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '确认已阅读数据安全制度', en: 'Acknowledge having read the data-security rules' },
    input: z.object({ id }),
    output: z.null(),
    changes,
  }),
  sign: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '签署保密承诺书', en: 'Sign the confidentiality undertaking' },
    input: z.object({ id, name: written(60), password: z.string().min(1).max(256) }),
    output: z.object({ digest: z.string() }),
    changes,
    secrets: ['password'],
  }),
  assents: call({
    kind: 'query',
    access: ['lead', 'manager', 'admin'],
    summary: { zh: '查看谁已阅读或签署', en: 'Show who has read or signed a version' },
    input: z.object({ id }),
    output: z.array(assentRow),
  }),
  signed: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '查看已签署的承诺书并校验签名', en: 'Show a signed undertaking and check its signature' },
    input: z.object({ id, userId: userId.optional() }),
    output: signedText,
  }),
  sessions: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出登录会话', en: 'List who signed in where' },
    input: z.object({
      isOpenOnly: z.boolean().default(false),
      /** Sign-ins before this one: the next page. */
      before: z.object({ at: instant, id }).optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(deskSession), next: z.object({ at: instant, id }).nullable() }),
  }),
  endSession: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '结束另一登录会话', en: 'End another session' },
    input: z.object({ id, reason: remark(200) }),
    output: z.null(),
    changes,
  }),
  disclosures: call({
    kind: 'query',
    access: ['manager'],
    summary: { zh: '列出个人信息的显示、查阅与导出', en: 'List when personal data was shown or given out' },
    input: z.object({
      kind: z.enum(DISCLOSURE_KINDS).default('unmasked'),
      /** Rows before this sequence number: the next page. */
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.object({ rows: z.array(disclosure), next: z.number().int().nullable() }),
    discloses: true,
  }),
}
