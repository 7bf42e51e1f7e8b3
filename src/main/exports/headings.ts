import type { Language } from '../../shared/session/model.ts'

/** The names of the exported tables, for sheets and for the list of contents. */
export const TABLE_NAMES: Record<string, string> = {
  contacts: '联系方式',
  periods: '里程与消费周期',
  tierChanges: '等级变动',
  consents: '同意记录',
  bookings: '飞行记录',
  spends: '消费记录',
  calls: '通话记录',
  callEvents: '通话经过',
  callConsults: '通话中的咨询',
  callWaits: '等候与转接',
  cases: '服务单',
  followUps: '回访与跟进',
  caseEvents: '处理过程',
  clocks: '时限',
  evidence: '证明材料',
  subTasks: '协办事项',
  caseCauses: '原因',
  messages: '消息',
  careContacts: '关怀',
  channelChoices: '渠道意愿',
  surveyAnswers: '满意度问卷',
  posts: '网络帖文',
}

/** The heads of columns in Chinese: `column=head` with blanks between; a test asks for each. */
const HEADS = `
id=编号标识 memberId=会员标识 caseId=服务单标识 callId=通话标识 careId=关怀标识 runId=评定批次 formId=问卷标识
invitationId=邀请标识 flightId=航班标识 relatedCaseId=相关服务单 followsId=上次关怀 callBackOf=回拨自 ruleId=规则
policyId=政策 calendarId=日历 workflowPolicyId=流程政策 targetPolicyId=时限政策 kind=类型 value=内容值 normalized=规范值 label=说明标签
maySpeak=可代为沟通 period=周期 distanceKm=里程公里 segments=航段数 spendFen=消费金额分 partnerSpendFen=合作方消费分 points=积分
at=时间 fromTier=原等级 toTier=新等级 change=变动 reason=理由 validUntil=有效期至 actorId=操作人 purpose=用途 given=是否同意
channel=渠道 flightNo=航班号 day=航班日期 origin=出发地 destination=目的地 pnr=订座编号 ticketNo=客票号 cabin=舱位 seat=座位
status=状态 fareFen=票价分 delayMinutes=延误分钟 description=说明 amountFen=金额分 number=编号 direction=方向 state=状态
phone=电话 callerName=来电人 agentId=客服 startedAt=开始时间 answeredAt=答复时间 endedAt=结束时间 wrapUpEndedAt=整理结束
heldSince=保持自 rings=振铃次数 waitMs=等待毫秒 talkMs=通话毫秒 holdMs=保持毫秒 wrapUpMs=整理毫秒 maxRings=规定振铃 isInTime=是否及时
greeting=问候语 question=问题 process=过程 result=结果 resultCode=结果代码 isOpen=是否在办 round=轮次 tierAtOpening=受理时等级
contactName=联系人 contactPhone=联系电话 contactDigits=联系号码检索 anonymousReason=匿名原因 isRestricted=是否限阅 category=类别
contentClass=内容分类 severity=性质 objectClass=对象分类 department=责任部门 timeClass=时间分类 urgency=紧急度 importance=重要度
priority=优先级 title=标题 content=内容 demand=诉求 serviceType=服务类型 flightDay=航班日 route=航线 baggageTag=行李牌号
staffConcerned=涉及人员 ownerId=负责人 isComplex=是否复杂 receivedAt=接收时间 registeredAt=登记时间 registeredBy=登记人
closedAt=办结时间 transfers=转办次数 escalation=升级 nextDueAt=下一期限 nextClock=下一时限 queueAt=排队时间 lastSeq=末步序号
updatedAt=更新时间 dueAt=期限 text=内容 createdAt=建立时间 doneAt=完成时间 outcome=结果说明 seq=步骤序号 recordedAt=记录时间
fromState=原状态 toState=新状态 data=步骤内容 item=事项 isProvisional=是否暂定 pausedAt=暂停时间 stoppedAt=停止时间
breachedAt=超时时间 warnedPercent=预警百分比 reminders=提醒次数 nextCheckAt=下次检查 body=正文 promise=承诺 promised=承诺名称 name=名称 size=字节数
sha256=内容SHA-256 note=备注 addedAt=加入时间 addedBy=加入人 withdrawnAt=撤回时间 withdrawnBy=撤回人 withdrawReason=撤回理由
place=序号 assigneeId=承办人 needsIdentity=需要身份 requestedBy=提出人 requestedAt=提出时间 acceptedAt=接受时间 acceptedBy=接受人
answeredBy=答复人 askedId=被咨询人 asked=被咨询人姓名 externalId=电话系统编号 fromId=转出通话
toUserId=转接给 toDesk=转接台席 settledAt=了结时间 settledBy=了结人
answer=答复 endedBy=结束人 code=代码 version=版本 chosenAt=选定时间 chosenBy=选定人 occasion=场合 language=语言
templateCode=模板 templateVersion=模板版本 personName=收件人 address=地址 subject=主题 isAutomatic=是否自动 createdBy=建立人
checkedAt=审核时间 checkedBy=审核人 checkNote=审核意见 promisedAt=承诺时间 handedAt=交出时间 handedBy=交出人 sentAt=发出时间
sentBy=发出人 reference=回执号 failReason=失败原因 repliedAt=回复时间 replyText=回复内容 dueDay=应办日期 plannedBy=计划人
plannedAt=计划时间 doneBy=完成人 isReached=是否联系到 needs=需求 opinions=意见 effect=效果 effectText=效果说明 effectAt=评价时间
effectBy=评价人 source=来源 scope=范围 enteredAt=录入时间 enteredBy=录入人 agent=客服评分 overall=总体评分 nps=推荐意愿
effort=费力度 accepted=是否接受 solved=是否解决 comment=评语 decision=处理决定 decidedAt=决定时间 decidedBy=决定人
decisionNote=决定说明 platform=平台 link=链接 author=作者 postedAt=发布时间 recordedBy=记录人 dismissed=不予处理 dismissedAt=不予处理时间
`

const ZH = new Map(
  HEADS.trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
)

/** The head of a column in the reader's language; the column's own name where there is none. */
export function headOf(column: string, language: Language): string {
  return language === 'en' ? column : (ZH.get(column) ?? column)
}

/** The name of a table in the reader's language. */
export function tableNameOf(table: string, language: Language): string {
  return language === 'en' ? table : (TABLE_NAMES[table] ?? table)
}
