import { defineTexts } from '../i18n/define.ts'

export const accessTexts = defineTexts(
  {
    tab: '会员查阅范围',
    about:
      '按角色规定可查阅哪些会员：会员名单、查找和搜索到的会员，以及会员档案的各个页面（全貌、轨迹、等级、偏好、亲属、航班、重复档案），以及涉及会员的各种列表（工单、通话、行程、关怀、消息等）。无人负责的工单仍列出编号，认领后可查阅。',
    ties: '“正在服务”指：有本人的未结工单或协办任务、本人正在进行或近期接过的来电、本人未了的跟进、已安排的关怀、在办的行程，或他人交办的待办。范围以外的会员，凭完整卡号或电话只能得知有此会员；紧急时可写明原因查阅一小时，由经理复核。',
    roles: { agent: '客服专员', lead: '主管', manager: '部门经理' },
    callDays: '来电后多少天内仍可查阅',
    reason: '调整原因',
    standing: '现行第 {{version}} 版',
    usual: '尚未设定：人人可查阅全部会员',
    history: '历次设定',
    none: '还没有设定过',
    days: '{{count}} 天',
    restrictedHint: '您未获授权查阅其内容；须由他人处理的，请指派处理人或指定查阅人。',
    nobody: '无人',
    entities: { accessRule: '会员查阅范围' },
    beyond: {
      text: '此会员不在您的查阅范围内。确有紧急需要的，写明原因后可查阅一小时；经理会收到通知并事后复核。',
      open: '紧急查阅此会员',
      reason: '紧急情况',
      done: '已开放至 {{at}}，经理将复核',
    },
    rules: {
      'member-beyond-scope': '此会员不在您的查阅范围内。',
      'breakglass-member-open': '无须紧急查阅：您本来可以查看此会员。',
    },
  },
  {
    tab: 'Who reads which members',
    about:
      'By role, which members are read: the member list, what look-ups and the search find, and every page of a member’s file (overview, timeline, tier, wishes, relatives, flights, duplicates), and every list that tells of members (cases, calls, trips, care, messages and more). A case that nobody has is listed by its number and read once it is taken.',
    ties: 'Somebody has to do with a member through an open case or a part of one, a call that goes on or is of late, a promise not yet kept, planned care, a trip that is arranged, or a to-do given by somebody else. Of a member beyond, a whole card or telephone number tells only that there is one; in an emergency the file opens for an hour, with a reason, and a manager reviews it.',
    roles: { agent: 'Agents', lead: 'Leads', manager: 'Managers' },
    callDays: 'Days for which a call lets its agent read the member',
    reason: 'Why it changes',
    standing: 'Version {{version}} holds',
    usual: 'Not set yet: everybody reads all members',
    history: 'Every version',
    none: 'It was never set',
    days: '{{count}} days',
    restrictedHint: 'You may not read what it says. Give it to a handler, or name somebody who reads it.',
    nobody: 'Nobody',
    entities: { accessRule: 'rule of who reads which members' },
    beyond: {
      text: 'This member is not among those you read. In an emergency the file opens for an hour once you say why; the managers are told and one reviews it.',
      open: 'Open in an emergency',
      reason: 'The emergency',
      done: 'Open until {{at}}; a manager will review it',
    },
    rules: {
      'member-beyond-scope': 'This member is not among those you read.',
      'breakglass-member-open': 'Not needed: you can read this member anyway.',
    },
  },
)
