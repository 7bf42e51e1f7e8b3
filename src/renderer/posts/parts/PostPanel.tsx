import { Anchor, Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { Post } from '../../../shared/posts/contract.ts'
import { PLATFORM_NAMES } from '../../../shared/posts/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText, durationText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { ConvertForm } from './ConvertForm.tsx'
import { POST_TONES } from './PostsTab.tsx'
import styles from './posts.module.css'

type Props = { post: Post; onKeep: (post: Post) => void; onClose: () => void }

/** One post: its words, its answer with the time it took, and the way to a complaint. */
export function PostPanel({ post, onKeep, onClose }: Props) {
  const t = useT('posts')
  const nameOf = useName()
  const { state, isLate, caseId, caseNumber } = post
  const facts = useFacts(post)
  const answerFacts = useAnswerFacts(post)
  return (
    <DetailPanel
      title={`${nameOf(PLATFORM_NAMES[post.platform])} · ${post.author}`}
      label={t('detail', { author: post.author })}
      badges={
        <>
          <StateBadge tone={POST_TONES[state]} label={t(`states.${state}`)} />
          {isLate && <StateBadge tone="bad" label={t('late')} />}
        </>
      }
      onClose={onClose}
    >
      <Section title={t('post')}>
        <p className={styles.words}>{post.text}</p>
        <Facts columns={2} facts={facts} />
        {post.link !== '' && <code className={styles.link}>{post.link}</code>}
      </Section>
      {(post.answer !== null || state !== 'dismissed') && (
        <Section title={t('answering')}>
          {post.answer === null ? (
            <AnswerForm post={post} onKeep={onKeep} />
          ) : (
            <>
              <p className={styles.words}>{post.answer}</p>
              <Facts columns={2} facts={answerFacts} />
            </>
          )}
        </Section>
      )}
      {caseId !== null && (
        <Button
          variant="default"
          rightSection={<IconArrowRight size={15} />}
          onClick={() => go('cases', { id: caseId })}
        >
          {t('openCase', { number: caseNumber ?? '' })}
        </Button>
      )}
      {caseId === null && state !== 'dismissed' && (
        <Section title={t('converting')}>
          <ConvertForm post={post} onKeep={onKeep} />
        </Section>
      )}
      {state === 'open' && <Dismissing post={post} onKeep={onKeep} />}
      {post.dismissed !== null && <Facts columns={1} facts={[{ label: t('dismissReason'), value: post.dismissed }]} />}
    </DetailPanel>
  )
}

function useFacts(post: Post) {
  const t = useT('posts')
  const { memberId } = post
  const member =
    memberId === null ? '—' : <Anchor onClick={() => go('members', { id: memberId })}>{post.memberName}</Anchor>
  return [
    { label: t('fields.postedAt'), value: dateTimeText(post.postedAt) },
    { label: t('columns.dueAt'), value: dateTimeText(post.dueAt) },
    { label: t('fields.recordedBy'), value: `${post.recordedByName} · ${dateTimeText(post.recordedAt)}` },
    { label: t('fields.member'), value: member },
  ]
}

function useAnswerFacts(post: Post) {
  const t = useT('posts')
  const { answeredAt, answeredByName, responseMs } = post
  return [
    { label: t('fields.responseMs'), value: responseMs === null ? '—' : durationText(responseMs) },
    {
      label: t('fields.answeredBy'),
      value: `${answeredByName ?? ''} · ${answeredAt === null ? '' : dateTimeText(answeredAt)}`,
    },
  ]
}

function Dismissing({ post, onKeep }: Omit<Props, 'onClose'>) {
  const t = useT('posts')
  const dismiss = useCommand('posts.dismiss')
  const send = async (reason: string) => {
    const done = await dismiss.run({ id: post.id, reason })
    if (done.ok) {
      onKeep(done.value)
      tellDone(t('dismissed'))
    }
    return done.ok
  }
  return (
    <Section title={t('dismissing')}>
      <TextAct
        keep={{ kind: 'posts-dismissing-dismiss', subject: post.id }}
        label={t('dismissReason')}
        buttons={[{ label: t('dismiss'), onSend: send, isBusy: dismiss.isBusy }]}
      />
    </Section>
  )
}
