import { Button } from '@mantine/core'
import type { ArticleView } from '../../../shared/knowledge/model.ts'
import { OPEN_KINDS } from '../../../shared/knowledge/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import { OWN_FIELDS } from '../insert.ts'

type Props = { article: ArticleView; onEdit: () => void }

/** S3-59: from draft over another person's review to use, and out of it. */
export function Life({ article, onEdit }: Props) {
  const { state } = article
  if (state === 'submitted') return <Review article={article} />
  if (state === 'draft') return <Draft article={article} onEdit={onEdit} />
  return state === 'published' ? <Published article={article} onEdit={onEdit} /> : null
}

function useWho({ authorId }: ArticleView) {
  const user = useSession((session) => session.user)
  return { isAuthor: authorId !== null && authorId === user?.id, isLead: user?.role !== 'agent' }
}

function Draft({ article, onEdit }: Props) {
  const t = useT('knowledge')
  const submit = useCommand('knowledge.submit')
  const { isAuthor } = useWho(article)
  if (!isAuthor) return null
  const hand = async () => {
    if ((await submit.run({ id: article.id })).ok) tellDone(t('acts.submitted'))
  }
  return (
    <div className={record.actions}>
      <Button variant="default" onClick={onEdit}>
        {t('acts.edit')}
      </Button>
      <Button loading={submit.isBusy} onClick={() => void hand()}>
        {t('acts.submit')}
      </Button>
    </div>
  )
}

function Review({ article }: { article: ArticleView }) {
  const t = useT('knowledge')
  const review = useCommand('knowledge.review')
  const { isAuthor, isLead } = useWho(article)
  if (isAuthor || !isLead) return <p className={record.faint}>{t('acts.waits')}</p>
  const decide = (isApproved: boolean) => async (note: string) => {
    const { ok } = await review.run({ id: article.id, isApproved, note })
    if (ok) tellDone(t(isApproved ? 'acts.published' : 'acts.givenBack'))
    return ok
  }
  return (
    <div {...OWN_FIELDS}>
      <TextAct
        keep={{ kind: 'knowledge-review-review-note', subject: article.id }}
        label={t('acts.reviewNote')}
        buttons={[
          { label: t('acts.giveBack'), onSend: decide(false), isBusy: review.isBusy },
          { label: t('acts.publish'), onSend: decide(true), isBusy: review.isBusy, isMain: true, isFree: true },
        ]}
      />
    </div>
  )
}

function Published({ article, onEdit }: Props) {
  const t = useT('knowledge')
  const withdraw = useCommand('knowledge.withdraw')
  const { isLead } = useWho(article)
  const take = async (reason: string) => {
    const { ok } = await withdraw.run({ id: article.id, reason })
    if (ok) tellDone(t('acts.withdrawn'))
    return ok
  }
  return (
    <div {...OWN_FIELDS}>
      {(isLead || OPEN_KINDS.includes(article.kind)) && (
        <div className={record.actions}>
          <Button variant="default" onClick={onEdit}>
            {t('acts.newVersion')}
          </Button>
        </div>
      )}
      {isLead && (
        <TextAct
          keep={{ kind: 'knowledge-published-withdraw-reason', subject: article.id }}
          label={t('acts.withdrawReason')}
          buttons={[{ label: t('acts.withdraw'), onSend: take, isBusy: withdraw.isBusy }]}
        />
      )}
    </div>
  )
}
