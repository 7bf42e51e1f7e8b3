import { defineTexts } from '../i18n/define.ts'

export const qualityGroupTexts = defineTexts(
  {
    title: '质量管理小组',
    name: '人员',
    duty: '职责',
    from: '任命日期',
    to: '免去日期',
    act: '操作',
    appoint: '任命',
    release: '免去',
    releaseOf: '免去 {{name}}',
    releaseText: '自今日起不再是质量管理小组成员；任职记录保留。',
    empty: '质量管理小组还没有成员',
    emptyText: '由经理任命；成员起草、批准和测量质量标准。',
  },
  {
    title: 'Quality group',
    name: 'Person',
    duty: 'Duty',
    from: 'Since',
    to: 'Until',
    act: 'Act',
    appoint: 'Appoint',
    release: 'Release',
    releaseOf: 'Release {{name}}',
    releaseText: 'From today on no longer in the quality group; the record of the time in it stays.',
    empty: 'Nobody is in the quality group yet',
    emptyText: 'The manager appoints its members; they draft, approve and measure the standards.',
  },
)
