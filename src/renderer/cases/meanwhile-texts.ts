/** Words for what others did to a case while a form was being filled in. */
export const meanwhileTexts = {
  zh: {
    title: '他人已更改此工单',
    line: '{{at}} {{who}}：{{what}}',
    kept: '您填写的内容仍在，尚未记录。请核对对方的更改，再决定是否按现在的情况办理。',
    refused: '您填写的内容仍在，但已不能记录：{{why}}',
    gone: '当前阶段不能进行这一步。',
    apply: '按现在的情况办理',
    drop: '放弃我填写的内容',
  },
  en: {
    title: 'Somebody else changed this case',
    line: '{{at}} {{who}}: {{what}}',
    kept: 'What you wrote is still here and not recorded. Look at the change, then decide whether it still holds.',
    refused: 'What you wrote is still here but can no longer be recorded: {{why}}',
    gone: 'This step cannot be taken at this stage.',
    apply: 'Record it as things stand now',
    drop: 'Drop what I wrote',
  },
} as const
