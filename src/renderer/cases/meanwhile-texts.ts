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
    changed: '对方改动的内容',
    emptied: '（已清空）',
    both: '您也改了此项，合并后以您的为准。',
    merging: '您填写的内容仍在，尚未保存。合并时，只有对方改过的内容采用对方的，您改过的保留您的；保存前可再核对。',
    merge: '合并，保留我的更改',
    takeTheirs: '采用对方的，放弃我的',
  },
  en: {
    title: 'Somebody else changed this case',
    line: '{{at}} {{who}}: {{what}}',
    kept: 'What you wrote is still here and not recorded. Look at the change, then decide whether it still holds.',
    refused: 'What you wrote is still here but can no longer be recorded: {{why}}',
    gone: 'This step cannot be taken at this stage.',
    apply: 'Record it as things stand now',
    drop: 'Drop what I wrote',
    changed: 'What the other person changed',
    emptied: '(emptied)',
    both: 'You changed this too: merging keeps yours.',
    merging:
      'What you wrote is still here and not saved. Merging takes over what only the other person changed and keeps what you changed; look at it before you save.',
    merge: 'Merge and keep my changes',
    takeTheirs: 'Take theirs, drop mine',
  },
} as const
