import { useState } from 'react'
import type { Post } from '../../../shared/posts/contract.ts'
import type { Instant } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { durationText } from '../../ui/formats.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'

/** S1-20: the words of the answer and when it was given; how long it took is reckoned from the post itself. */
export function AnswerForm({ post, onKeep }: { post: Post; onKeep: (post: Post) => void }) {
  const t = useT('posts')
  const [answeredAt, setAnsweredAt] = useState<Instant | null>(null)
  const answer = useCommand('posts.answer')
  const send = async (text: string) => {
    const done = await answer.run({ id: post.id, answer: text, ...(answeredAt === null ? {} : { answeredAt }) })
    if (done.ok) {
      onKeep(done.value)
      tellDone(t('answered', { time: durationText(done.value.responseMs ?? 0) }))
    }
    return done.ok
  }
  return (
    <TextAct
      keep={{ kind: 'posts-answer-form-answer', subject: post.id }}
      label={t('answer')}
      buttons={[{ label: t('saveAnswer'), onSend: send, isBusy: answer.isBusy, isMain: true }]}
    >
      <MomentField
        label={t('answeredAt')}
        title={t('answeredNow')}
        description={t('answeredNow')}
        value={answeredAt}
        onChange={setAnsweredAt}
      />
    </TextAct>
  )
}
