import { z } from 'zod'
import { call } from '../contract.ts'
import { instant } from '../time.ts'
import { draft, draftBody, draftEntry, draftKey } from './model.ts'

/** Text that is being written, kept in the store while it is typed; every person sees only their own. */
export const drafts = {
  save: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '保存正在填写的草稿', en: 'Keep text that is being written' },
    input: draftKey.extend({ body: draftBody }),
    output: z.object({ savedAt: instant }),
    secrets: ['body'],
  }),
  load: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '读取自己的一份草稿', en: 'Read one of your own drafts' },
    input: draftKey,
    output: draft.nullable(),
  }),
  list: call({
    kind: 'query',
    access: 'anyone',
    summary: { zh: '列出自己的草稿', en: 'List your own drafts, newest first' },
    input: z.object({}),
    output: z.array(draftEntry),
  }),
  remove: call({
    kind: 'command',
    access: 'anyone',
    summary: { zh: '删除自己的一份草稿', en: 'Remove one of your own drafts' },
    input: draftKey,
    output: z.null(),
    changes: ['drafts'],
  }),
}
