import { defineTexts } from '../i18n/define.ts'

/** Words of the search over everything. */
export const searchTexts = defineTexts(
  {
    placeholder: '会员、工单、通话、知识、页面或命令：姓名、拼音、编号、电话片段、事由…',
    groups: { members: '会员', cases: '工单', calls: '通话', articles: '知识' },
    showAll: '在列表中查看全部“{{text}}”',
    nothing: '没有找到“{{text}}”',
    searching: '正在搜索…',
    olderCalls: '正在查找更早的通话…',
    filling: '较早的工单仍在编制索引，文字检索可能不全',
    unknown: '{{name}}：不认识“{{text}}”，可用 {{values}}',
    or: '或登录名',
    hint: '可加条件：{{filters}}；引号内为连续原文',
    example: 'tier:diamond is:open due:today owner:me kind:complaint',
  },
  {
    placeholder: 'Members, cases, calls, articles, pages or commands: name, number, part of a phone, words…',
    groups: { members: 'Members', cases: 'Cases', calls: 'Calls', articles: 'Knowledge' },
    showAll: 'Show all for “{{text}}” in the list',
    nothing: 'Nothing found for “{{text}}”',
    searching: 'Searching…',
    olderCalls: 'Looking through older calls…',
    filling: 'Older cases are still being indexed; searching words may not find all of them',
    unknown: '{{name}}: “{{text}}” is not known; use {{values}}',
    or: 'or a login',
    hint: 'Narrow with {{filters}}; quotes hold words together',
    example: 'tier:diamond is:open due:today owner:me kind:complaint',
  },
)
