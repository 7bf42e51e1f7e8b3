import { defineTexts } from '../i18n/define.ts'

export const draftsTexts = defineTexts(
  {
    restored: '已恢复 {{time}} 保存的草稿',
    discard: '清空草稿',
    discardText: '已写的内容将被删除，无法恢复。',
    saving: { waiting: '正在保存草稿…', saved: '草稿已保存', failed: '草稿未能保存' },
    rules: { 'draft-of-ended-call': '这通电话的记录已在别处完成，草稿不再保存。' },
    issues: {
      'draft-kind': '草稿类型不正确',
      'draft-size': '内容超过 200 KB，无法保存为草稿',
      unreadable: '含有无法保存的字符',
    },
  },
  {
    restored: 'Draft of {{time}} restored',
    discard: 'Drop draft',
    discardText: 'What is written will be deleted and cannot be brought back.',
    saving: { waiting: 'Saving draft…', saved: 'Draft saved', failed: 'Draft could not be saved' },
    rules: { 'draft-of-ended-call': 'The record of this call was finished elsewhere; its draft is not kept.' },
    issues: {
      'draft-kind': 'This is not a kind of draft',
      'draft-size': 'More than 200 KB; too long for a draft',
      unreadable: 'Holds a character that cannot be stored',
    },
  },
)
