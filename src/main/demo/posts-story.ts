import type { Platform } from '../../shared/posts/words.ts'
import { DAY, HOUR, type Instant, MINUTE } from '../../shared/time.ts'
import type { Story } from './timeline.ts'
import { leastBusy, type World } from './world.ts'

type Fate = 'answered' | 'late' | 'converted' | 'dismissed' | 'open'
type PostIdea = { ago: number; platform: Platform; author: string; text: string; fate: Fate }

/** What was said of the desk in public; the authors and their words are made up. */
const POSTS: readonly PostIdea[] = [
  {
    ago: 6 * DAY,
    platform: 'weibo',
    author: '@云上小记（演示）',
    text: '贵宾专线三分钟就帮我改好了签，点赞。就是短信晚到了十几分钟。',
    fate: 'answered',
  },
  {
    ago: 4 * DAY,
    platform: 'other',
    author: '旅行号“慢慢飞”（演示）',
    text: '转发：十一月机票打折合集，欢迎关注抽奖。',
    fate: 'dismissed',
  },
  {
    ago: 3 * DAY,
    platform: 'wechat',
    author: '飞行日志（演示）',
    text: '休息室的早餐比上个月少了两样，希望能恢复。',
    fate: 'answered',
  },
  {
    ago: 6 * HOUR,
    platform: 'weibo',
    author: '@等在登机口的人（演示）',
    text: '延误两个多小时，柜台说不清原因，也没有人安排餐食，要一个说法！',
    fate: 'converted',
  },
  {
    ago: 3.2 * HOUR,
    platform: 'weibo',
    author: '@行李去哪了（演示）',
    text: '行李转盘等了快一小时，没有任何通知。',
    fate: 'late',
  },
  {
    ago: 35 * MINUTE,
    platform: 'wechat',
    author: '差旅笔记（演示）',
    text: '应用里找不到里程补登的入口，客服在吗？',
    fate: 'open',
  },
]

/** A demo of this size or more has a complaint that was a post first. */
const LEAST_CASES = 20

/** How many of a demo's cases are made of posts. */
export function casesFromPosts(cases: number): number {
  return cases < LEAST_CASES ? 0 : 1
}

/** Agents read what is said in public, answer it and make a complaint of what is one. */
export function planPosts(world: World, cases: number): void {
  const taken = casesFromPosts(cases)
  for (const idea of POSTS) {
    const postedAt = Math.max(world.from + HOUR, world.now - idea.ago)
    if (idea.fate !== 'converted' || taken > 0)
      world.timeline.begin(postedAt + 12 * MINUTE, tellPost(world, idea, postedAt))
  }
}

const ANSWERS: Record<'answered' | 'converted', string> = {
  answered: '感谢您的关注，您的意见已转相关部门，我们会继续改进。',
  converted: '非常抱歉给您带来不便，我们已登记您的投诉，将由专人与您联系。',
}

async function* tellPost(world: World, { fate, ...said }: PostIdea, postedAt: Instant): Story {
  const { office } = world
  const { platform, author, text } = said
  const post = await office.call(leastBusy(world, office.now()), 'posts.record', { platform, author, text, postedAt })
  if (fate === 'open' || fate === 'late') return
  yield office.now() + 25 * MINUTE
  const agent = leastBusy(world, office.now())
  if (fate === 'dismissed') {
    await office.call(agent, 'posts.dismiss', { id: post.id, reason: '广告转发，与服务无关' })
    return
  }
  await office.call(agent, 'posts.answer', { id: post.id, answer: ANSWERS[fate] })
  if (fate === 'answered') return
  yield office.now() + 4 * MINUTE
  const demand = '要求说明延误原因并给出补偿方案'
  await office.call(agent, 'posts.convert', { id: post.id, category: 'flight.delay', demand })
}
