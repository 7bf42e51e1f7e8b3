import { caseDraft } from '../../shared/cases/model.ts'
import { found, must } from '../../shared/failure.ts'
import type { CaseId } from '../../shared/ids.ts'
import { PLATFORM_CHANNELS, PLATFORM_NAMES } from '../../shared/posts/words.ts'
import { contact } from '../cases/changes.ts'
import { open } from '../cases/open.ts'
import type { Ctx, Handler } from '../engine/handler.ts'
import { canConvertPost } from '../rules/post.ts'
import { findPost, type PostRecord, updatePost } from './queries.ts'
import { showPost } from './views.ts'

/** S1-20: one key makes a complaint of a post: its words, link, author and time go with it, and its answer too. */
export const convert: Handler<'posts.convert'> = async (ctx, { id, category, severity, demand }) => {
  const post = found(await findPost(ctx.db, id), 'post')
  must(canConvertPost(post))
  const draft = caseDraft.parse({
    kind: 'complaint',
    channel: PLATFORM_CHANNELS[post.platform],
    category,
    severity,
    receivedAt: post.postedAt,
    memberId: post.memberId,
    contactName: post.author.slice(0, 60),
    anonymousReason: post.memberId === null ? `${PLATFORM_NAMES[post.platform].zh} ${post.author}`.slice(0, 200) : null,
    content: contentOf(post),
    demand: demand === '' ? UNSAID : demand,
  })
  const { id: caseId, number } = await open(ctx, { ...draft, attachments: [] })
  await tellAnswer(ctx, caseId as CaseId, post)
  await updatePost(ctx.db, id, { caseId, convertedAt: ctx.now })
  ctx.note({ number })
  return showPost(ctx, id)
}

/** Nobody asked for anything in so many words: the case says so instead of guessing. */
const UNSAID = '原帖未说明诉求，待确认'
const CONTENT = 4000

function contentOf({ platform, author, link, text }: PostRecord): string {
  const origin = [PLATFORM_NAMES[platform].zh, author, link ?? ''].filter((part) => part !== '').join(' · ')
  const room = CONTENT - origin.length - 2
  return `${text.slice(0, room)}\n${origin}`
}

/** What was answered below the post is the first response, at its own time. */
async function tellAnswer(ctx: Ctx, caseId: CaseId, post: PostRecord): Promise<void> {
  if (post.answer === null || post.answeredAt === null) return
  await contact(ctx, {
    id: caseId,
    at: post.answeredAt,
    direction: 'outbound',
    channel: post.platform === 'wechat' ? 'wechat' : 'social',
    person: post.author.slice(0, 60),
    text: post.answer,
    expectedAt: null,
    progress: null,
    templateId: null,
  })
}
