import type { UserId } from '../src/shared/ids.ts'
import type { TrainingDraft } from '../src/shared/training/model.ts'

/** A training on complaint handling and service awareness that lacks nothing. */
export function course(responsibleId: UserId, more: Partial<TrainingDraft> = {}): TrainingDraft {
  return {
    title: '投诉处理与服务意识',
    goal: '投诉一次解决率提高到八成',
    content: '投诉五步法、同理心表达、服务意识',
    kind: 'service',
    topics: ['complaintHandling', 'serviceAwareness'],
    way: 'internal',
    teacher: '赵主管',
    studyIds: [],
    schedule: { firstDay: '2026-10-12', minute: 14 * 60, minutes: 120, repeat: 'monthly', times: 3 },
    place: '一号培训室',
    budgetFen: 300_000,
    responsibleId,
    passMark: 60,
    ...more,
  }
}
