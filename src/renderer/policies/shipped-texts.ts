/** What is said about policies that the product ships newer than the desk took. */
export const shippedTexts = {
  zh: {
    shipped: {
      one: '产品对策略“{{name}}”有更新，本台仍用自己的版本。',
      drafted: '已起草并入产品更新的版本（{{state}}）。',
      open: '查看并起草',
      openDraft: '打开该版本',
      title: '并入产品更新：{{name}}',
      hint: '产品的改动逐项并入本台的版本，起草后经另一人批准，自生效日起用于新的事项；已有事项沿用原版本。',
      taken: '将并入',
      had: '本台已有',
      conflicts: '双方都改过',
      conflictHint: '不勾选则保留本台的。',
      byProduct: '产品：',
      byDesk: '本台：',
      theirs: '采用产品的',
      reason: '理由',
      draft: '起草',
      done: '已起草 {{id}}，提交并由另一人批准后才生效',
    },
  },
  en: {
    shipped: {
      one: 'The product ships something newer for “{{name}}”; the desk still goes by its own version.',
      drafted: 'A version that takes it in is on its way ({{state}}).',
      open: 'See and draft it',
      openDraft: 'Open that version',
      title: 'Take in what the product ships: {{name}}',
      hint: 'What the product changed is laid into the desk’s version field by field. It is drafted, approved by somebody else, and holds for new cases from its day; cases keep the version they have.',
      taken: 'Is taken in',
      had: 'The desk has it already',
      conflicts: 'Changed by both',
      conflictHint: 'Where no box is ticked, the desk’s own stands.',
      byProduct: 'Product: ',
      byDesk: 'Desk: ',
      theirs: 'Take the product’s',
      reason: 'Reason',
      draft: 'Draft it',
      done: '{{id}} is drafted; it is in force once submitted and approved by somebody else',
    },
  },
} as const

/** Why what is shipped newer was not taken in. */
export const shippedRules = {
  zh: {
    'policy-shipped-nothing': '产品对此策略没有更新，或此版本不是本台最新的版本。',
    'policy-shipped-drafted': '已有并入产品更新的版本 {{id}}，请在其中修改。',
    'policy-shipped-no-conflict': '“{{path}}”处没有冲突。',
  },
  en: {
    'policy-shipped-nothing': 'The product ships nothing newer for it, or it is not the latest version of the desk.',
    'policy-shipped-drafted': 'The version {{id}} takes it in already; change that one.',
    'policy-shipped-no-conflict': 'There is no conflict at “{{path}}”.',
  },
} as const
