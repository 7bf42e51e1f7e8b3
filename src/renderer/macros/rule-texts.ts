import { defineTexts } from '../i18n/define.ts'

/** Sentences for what macros refuse. */
export const macroRules = defineTexts(
  {
    'macro-team-role': '团队的快捷操作由主管编写和修改',
    'macro-not-yours': '这是同事的个人快捷操作',
    'macro-too-many': '快捷操作最多 {{max}} 项，请先停用不再使用的',
    'macro-name-taken': '已有名为“{{name}}”的快捷操作',
    'macro-archived': '“{{name}}”已停用',
    'macro-nothing-chosen': '没有选中任何步骤',
    'macro-preview-old': '预览已过时，请重新预览',
    'macro-blank-left': '内容里还有空缺，请补上',
    'macro-step-refused': '第{{step}}步不能执行，整套操作均未执行',
    'macro-run-not-yours': '只有执行者本人可以撤回',
    'macro-undone': '已经撤回过了',
    'macro-undo-late': '只能在 {{seconds}} 秒内撤回',
    'macro-case-moved': '之后工单又有变动，不能整体撤回',
  },
  {
    'macro-team-role': 'Macros of the team are written and changed by leads',
    'macro-not-yours': 'This is a colleague’s personal macro',
    'macro-too-many': 'There may be {{max}} macros at most; put some out of use first',
    'macro-name-taken': 'There is a macro called “{{name}}” already',
    'macro-archived': '“{{name}}” is out of use',
    'macro-nothing-chosen': 'No step is chosen',
    'macro-preview-old': 'The preview is out of date; please preview again',
    'macro-blank-left': 'A blank is left in the words; please fill it in',
    'macro-step-refused': 'Step {{step}} cannot be done, so nothing was done at all',
    'macro-run-not-yours': 'Only whoever applied it can take it back',
    'macro-undone': 'It was taken back already',
    'macro-undo-late': 'It can be taken back within {{seconds}} seconds only',
    'macro-case-moved': 'The case has changed since, so it cannot be taken back as a whole',
  },
)
