/** Words of the files that a training is held with. */
export const MATERIALS_ZH = {
  title: '培训资料',
  none: '暂无资料',
  noteHint: '用途或期次，可不填',
  preview: '资料预览：{{name}}',
  remove: '移除',
  removeFor: '移除 {{name}}',
  removeHint: '内容将被删除，不能恢复；名称、指纹、移除人和原因会保留。',
  reason: '移除原因',
  removed: '已移除',
  removedBy: '{{name}} 于 {{time}} 移除：{{reason}}',
} as const

export const MATERIALS_EN = {
  title: 'Materials',
  none: 'No materials yet',
  noteHint: 'What it is for (may be left empty)',
  preview: 'Material: {{name}}',
  remove: 'Remove',
  removeFor: 'Remove {{name}}',
  removeHint: 'The content is deleted for good; its name, fingerprint, who removed it and why stay.',
  reason: 'Why it is removed',
  removed: 'Removed',
  removedBy: 'Removed by {{name}}, {{time}}: {{reason}}',
} as const

export const MATERIAL_RULES_ZH = {
  'training-materials-many': '每项培训最多 {{max}} 件资料。',
  'training-materials-full': '每项培训的资料合计不能超过 {{max}} MB。',
  'training-materials-closed': '只有被通知参加的人员、主管和经理可以查看培训资料。',
  'training-material-removed': '此资料已移除，内容不再保留。',
} as const

export const MATERIAL_RULES_EN = {
  'training-materials-many': 'A training takes {{max}} files at most.',
  'training-materials-full': 'The files of a training cannot hold more than {{max}} MB together.',
  'training-materials-closed': 'Only those who are invited, leads and managers see the materials of a training.',
  'training-material-removed': 'This material was removed; its content is gone.',
} as const
