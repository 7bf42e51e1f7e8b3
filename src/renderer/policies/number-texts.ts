/** What the parts of the numbers are called among what belongs to no single rule. */
export const numberNames = {
  zh: {
    patterns: '异常预警',
    looks: '自动检查间隔',
    priorities: '优先级',
    queue: '待办排序',
    attempts: '联系次数',
  },
  en: {
    patterns: 'Early warnings',
    looks: 'Looks by itself',
    priorities: 'Priorities',
    queue: 'Order of the queue',
    attempts: 'Contact attempts',
  },
} as const

/** Refusals of numbers that do not hold together, by the code of the field's issue. */
export const numberIssues = {
  zh: {
    'policy-patterns-history': '最少历史期数不能多于比较的期数',
    'policy-queue-horizon': '等级与性质的最大提前量之和不能超过时段',
    'policy-queue-tier-falls': '等级较高的提前量不能较小',
    'policy-queue-severity-falls': '性质较重的提前量不能较小',
  },
  en: {
    'policy-patterns-history': 'Cannot ask for more history than is compared with',
    'policy-queue-horizon': 'The greatest leads of tier and severity together cannot exceed the horizon',
    'policy-queue-tier-falls': 'A higher tier cannot have a smaller lead',
    'policy-queue-severity-falls': 'A graver severity cannot have a smaller lead',
  },
} as const

/** What is said about the numbers of the desk: early warnings, looks, priorities, the queue, contact attempts. */
export const numberTexts = {
  zh: {
    numbers: {
      open: '修改预警、优先级、排序与联系次数',
      title: '异常预警、优先级、待办排序与联系次数',
      hint: '与时限一样：另一人批准后，自生效日起使用。优先级和联系次数按事项登记时的版本；异常预警、检查间隔和待办排序按当时现行的版本。',
      windowDays: '每期天数',
      historyWindows: '比较的期数',
      leastCount: '最少投诉数',
      leastHistory: '最少历史期数',
      sigmas: '控制上限',
      sigma: '{{count}} 个标准差',
      patternsHint: '最近一期的投诉数，超过以往各期所能解释的上限并达到最少投诉数时预警。',
      looksHint: '投诉的异常和评价结果，距上次检查满这么久后自动再查。',
      everyHours: '每隔几小时',
      prioritiesHint: '行为紧急程度，列为重要性；会员等级再往上提升几级，最高为一级。',
      matrix: '优先级矩阵',
      urgency: '紧急程度',
      cell: '{{urgency}}、{{importance}}',
      tierPlaces: '等级提升级数',
      tier: '{{tier}}提升',
      queueHint: '已超时的在前，最早超时的居首；时段内到期的，按等级和性质各提前若干分钟后排列；其余按到期时间。',
      horizonMinutes: '时段（分钟）',
      lead: '{{name}}提前（分钟）',
      attemptsHint: '达到次数，且相隔和历时都足够，才视为联系不上，可不经满意度回访关闭。',
      enough: '联系几次未果',
      gapMinutes: '两次至少相隔（分钟）',
      spanMinutes: '首末次至少相隔（分钟）',
      try: '在历史上试查',
      tried: '按拟改的数值，{{cases}} 件投诉中有 {{after}} 项异常，现行为 {{before}} 项。',
      same: '查出的异常相同。',
      more: '新增：{{dimension}} {{value}}（{{count}} 件，上限 {{limit}}）',
      fewer: '不再预警：{{dimension}} {{value}}（{{count}} 件，现行上限 {{limit}}）',
      result: '试查结果',
    },
  },
  en: {
    numbers: {
      open: 'Early warnings, priorities, queue, attempts',
      title: 'Early warnings, priorities, order of the queue and contact attempts',
      hint: 'Like the limits: in use from their day once somebody else approved them. Priorities and attempts go by the version a case was opened under; early warnings, looks and the order of the queue by the one in force.',
      windowDays: 'Days of a window',
      historyWindows: 'Windows before',
      leastCount: 'Least complaints',
      leastHistory: 'Least history',
      sigmas: 'Control limit',
      sigma: '{{count}} sigma',
      patternsHint:
        'A warning is raised when the newest window lies above what the windows before explain and has the least count.',
      looksHint: 'So long after the last look, complaints and results of evaluation are looked at again by themselves.',
      everyHours: 'Hours between looks',
      prioritiesHint:
        'Rows say how urgent, columns how important; a tier moves up by so many places, at most to the first.',
      matrix: 'Priority matrix',
      urgency: 'Urgency',
      cell: '{{urgency}}, {{importance}}',
      tierPlaces: 'Places up by tier',
      tier: '{{tier}} up',
      queueHint:
        'What is late stands first, the longest late on top; what ends within the horizon counts so many minutes sooner by tier and severity; the rest goes by due time.',
      horizonMinutes: 'Horizon (minutes)',
      lead: '{{name}} (minutes)',
      attemptsHint:
        'So many attempts, far enough apart and over long enough, stand for a customer who cannot be reached.',
      enough: 'Failed attempts',
      gapMinutes: 'Minutes between two at least',
      spanMinutes: 'Minutes from first to last at least',
      try: 'Try out on the past',
      tried: 'With these numbers {{after}} things stand out among {{cases}} complaints; in force: {{before}}.',
      same: 'The same things stand out.',
      more: 'New: {{dimension}} {{value}} ({{count}}, limit {{limit}})',
      fewer: 'No longer: {{dimension}} {{value}} ({{count}}, limit in force {{limit}})',
      result: 'What was found',
    },
  },
} as const
