import type { ImprovementKind, ImprovementState } from '../../shared/improvements/words.ts'

/** One item of the improvement list: when it was proposed, when it is due, and how far it came. */
export type ImprovementIdea = {
  kind: ImprovementKind
  title: string
  finding: string
  measure: string
  /** Days before the demo's end; the day it is due is counted from the demo's last. */
  ago: number
  due: number
  reached: ImprovementState
  isOfComplaint?: boolean
  /** What it changed, where that was verified. */
  effect?: { of: string; unit: string; before: number; after: number }
}

/** Ten findings of a made-up desk; one is overdue. */
export const IMPROVEMENTS: readonly ImprovementIdea[] = [
  {
    ...{ kind: 'process', title: '延误告知提前到三十分钟内', reached: 'closed', ago: 40, due: -18 },
    ...{ finding: '延误后旅客平均等待一小时才得到说明', measure: '值机柜台与短信同步播报', isOfComplaint: true },
    effect: { of: '平均首次告知用时', unit: '分钟', before: 62, after: 27 },
  },
  {
    ...{ kind: 'rule', title: '统一退票手续费解释口径', reached: 'verified', ago: 30, due: -9 },
    ...{ finding: '同一票种的退票解释出现三种说法', measure: '修订答复口径并在知识库公布', isOfComplaint: true },
    effect: { of: '退票类重复来电', unit: '件/周', before: 14, after: 6 },
  },
  {
    ...{ kind: 'service', title: '行李延误主动回告', reached: 'done', ago: 24, due: -3 },
    ...{ finding: '行李查询三天内客户平均来电四次', measure: '每日固定时间短信回告进度' },
  },
  {
    ...{ kind: 'system', title: '工单列表增加历史记录入口', reached: 'inProgress', ago: 20, due: 12 },
    ...{ finding: '接手同事难以找到同一客户的历史工单', measure: '与信息部门确认入口位置与权限' },
  },
  {
    ...{ kind: 'gap', title: '夜间补偿方案无人审批', reached: 'inProgress', ago: 22, due: -4 },
    ...{ finding: '夜班重大投诉需等到次日九点才能审批方案', measure: '设夜间值班审批人并公布名单' },
  },
  {
    ...{ kind: 'technical', title: '航显接口更新延迟', reached: 'accepted', ago: 14, due: 20 },
    ...{ finding: '航显与客服系统的预计起飞时间相差十分钟以上', measure: '与运行控制核对推送频率' },
  },
  {
    ...{ kind: 'supplier', title: '休息室餐食补充频次', reached: 'accepted', ago: 11, due: 15 },
    ...{ finding: '晚高峰休息室热食断档，供应商未按约定补充', measure: '与供应商约定补充时间并抽查' },
  },
  {
    ...{ kind: 'customer', title: '高频投诉客户专属联系人', reached: 'proposed', ago: 6, due: 25 },
    ...{ finding: '同一客户三个月内多次投诉，每次联系人不同', measure: '指定专属联系人', isOfComplaint: true },
  },
  {
    ...{ kind: 'idea', title: '登机口变更推送加语音播报', reached: 'proposed', ago: 3, due: 30 },
    ...{ finding: '老年旅客不看手机推送，容易错过登机口变更', measure: '会员档案增加语音提醒偏好' },
  },
  {
    ...{ kind: 'idea', title: '为全部航班配备专属地服', reached: 'declined', ago: 17, due: 40 },
    ...{ finding: '个别客户希望全程专人陪同', measure: '测算人力成本' },
  },
]
