import type { Told } from './case-opening.ts'
import type { Random } from './random.ts'
import type { World } from './world.ts'

const FOLLOWED = ['由责任人再次致电说明原因并致歉', '补发书面说明，请客户确认', '与客户约定三天后再次回访'] as const
const IMPROVED = ['联系客户的时限写入处理流程', '现场通报话术纳入下月培训', '与机场核对信息推送环节'] as const

/** S1-55: before a case is closed, somebody decides what is done about each poor answer of its customer. */
export async function decidePoor({ office }: World, random: Random, told: Told): Promise<void> {
  const { manager } = office.staff
  const { answers } = await office.call(manager, 'surveys.ofCase', { caseId: told.id })
  const waiting = answers.filter(({ isPoor, decision }) => isPoor && decision === null)
  if (waiting.length === 0) return
  for (const { id: answerId } of waiting) {
    const isFollowedUp = random.chance(0.6)
    const note = random.pick(isFollowedUp ? FOLLOWED : IMPROVED)
    await office.call(manager, 'surveys.decide', {
      ...{ answerId, decision: isFollowedUp ? 'followUp' : 'improvement', note },
    })
  }
  const { lastSeq } = await office.call(manager, 'cases.pulse', { id: told.id })
  told.state = { ...told.state, lastSeq }
}
