import { defineTexts } from '../i18n/define.ts'

/** Words of the guide to a new desk. */
export const guideTexts = defineTexts(
  {
    setUp: '准备服务台',
    progress: '已完成 {{done}} / {{of}}',
    done: '{{step}}（已完成）',
    steps: {
      members: '导入会员资料',
      colleagues: '建立同事账号',
      calendar: '节假日表覆盖全年',
      backups: '安排自动备份',
      device: '将数据库绑定本机',
    },
    hide: '收起清单',
    tip: '提示',
    next: '下一条提示',
    last: '知道了',
    noTips: '不再显示提示',
    tips: {
      palette: '按 Ctrl+K 可查找会员、工单、通话、页面和命令。',
      keys: '按 ? 查看此处可用的快捷键；在“个人设置”（Ctrl+,）中可改成顺手的按键。',
      paste: '在工单页直接粘贴截图或文件，即成为该工单的加密附件。',
      drafts: '正在填写的内容会自动保存；锁定或断电后，重新登录即可接着写。',
      personal: '字号、对比度、通知类型与免打扰时段都在“个人设置”中。',
    },
  },
  {
    setUp: 'Prepare the desk',
    progress: '{{done}} of {{of}} done',
    done: '{{step}} (done)',
    steps: {
      members: 'Bring in the members',
      colleagues: 'Add colleagues',
      calendar: 'Holidays of the whole year',
      backups: 'Plan backups',
      device: 'Bind the store to this computer',
    },
    hide: 'Put the list away',
    tip: 'Tip',
    next: 'Next tip',
    last: 'Got it',
    noTips: 'No more tips',
    tips: {
      palette: 'Ctrl+K finds members, cases, calls, pages and commands.',
      keys: 'Press ? for the shortcuts that work where you are; change them in your settings (Ctrl+,).',
      paste: 'Paste a screenshot or a file anywhere on a case: it becomes an encrypted attachment.',
      drafts: 'What you are writing is kept; after a lock or a power cut you go on where you were.',
      personal: 'Size of text, contrast, kinds of notifications and quiet hours are in your settings.',
    },
  },
)
