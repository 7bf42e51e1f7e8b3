import { defineTexts } from '../i18n/define.ts'

/** Words about moves of the computer's clock. */
export const deskClockTexts = defineTexts(
  {
    notice: '电脑时钟被调整',
    title: '电脑时钟被调整过',
    ahead: '拨快 {{span}}：本应为 {{expected}}，显示为 {{shown}}',
    back: '拨回 {{span}}：本应为 {{expected}}，显示为 {{shown}}',
    means: '时限、预警与记录的时间都以电脑时钟为准。请核对系统时间；此次变动已写入审计日志。',
    order: '已登记事项的先后次序不变，已发出的预警不会重发。',
    known: '知道了',
  },
  {
    notice: 'Clock was moved',
    title: "The computer's clock was moved",
    ahead: 'Ahead by {{span}}: it should have shown {{expected}} and showed {{shown}}',
    back: 'Back by {{span}}: it should have shown {{expected}} and showed {{shown}}',
    means:
      "Limits, warnings and the times of entries follow the computer's clock. Check the system time; this move stands in the audit log.",
    order: 'The order of what was entered stays, and no warning is told twice.',
    known: 'I know',
  },
)
