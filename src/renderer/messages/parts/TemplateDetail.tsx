import { Button } from '@mantine/core'
import type { MessageTemplate } from '../../../shared/messages/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Facts, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import styles from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import { Sample } from './Sample.tsx'

type Props = { template: MessageTemplate; onEdit: () => void }

/** One version of a wording: what it says, filled with sample values, and its way to being used. */
export function TemplateDetail({ template, onEdit }: Props) {
  const t = useT('messages')
  const { subject, body, authorName, reviewedByName, reviewedAt, reviewNote } = template
  const reviewed =
    reviewedByName === null || reviewedAt === null ? '' : `${reviewedByName} · ${dateTimeText(reviewedAt)}`
  const facts: [string, string][] = [
    [t('template.version'), String(template.version)],
    [t('template.author'), authorName ?? t('template.shipped')],
    [t('template.reviewed'), reviewed],
    [t('template.note'), reviewNote],
  ]
  return (
    <>
      <Facts facts={facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))} />
      {(['zh', 'en'] as const).map((side) => (
        <Section key={side} title={t(`template.${side}`)}>
          {subject[side] !== '' && <strong>{subject[side]}</strong>}
          <div className={styles.text}>{body[side]}</div>
        </Section>
      ))}
      <Sample subject={subject} body={body} />
      <Life template={template} onEdit={onEdit} />
    </>
  )
}

function Life({ template: { id, state, authorId }, onEdit }: Props) {
  const t = useT('messages')
  const user = useSession((session) => session.user)
  const submit = useCommand('messages.submitTemplate')
  const review = useCommand('messages.reviewTemplate')
  const isAuthor = authorId === user?.id
  const hand = async () => {
    if ((await submit.run({ id })).ok) tellDone(t('template.submitted'))
  }
  const decide = (isApproved: boolean) => async (note: string) => {
    const { ok } = await review.run({ id, isApproved, note })
    if (ok) tellDone(t(isApproved ? 'template.published' : 'template.givenBack'))
    return ok
  }
  if (state === 'submitted') {
    if (isAuthor || user?.role === 'agent') return <p className={styles.faint}>{t('template.waits')}</p>
    return (
      <TextAct
        keep={{ kind: 'messages-template-detail-note', subject: id }}
        label={t('template.note')}
        buttons={[
          { label: t('template.giveBack'), onSend: decide(false), isBusy: review.isBusy },
          { label: t('template.publish'), onSend: decide(true), isBusy: review.isBusy, isMain: true, isFree: true },
        ]}
      />
    )
  }
  if (state === 'draft' && !isAuthor) return <p className={styles.faint}>{t('template.waits')}</p>
  if (state !== 'draft' && state !== 'published') return null
  return (
    <div className={styles.actions}>
      <Button size="compact-sm" variant="default" onClick={onEdit}>
        {t(state === 'draft' ? 'template.editDraft' : 'template.edit')}
      </Button>
      {state === 'draft' && (
        <Button size="compact-sm" loading={submit.isBusy} onClick={() => void hand()}>
          {t('template.submit')}
        </Button>
      )}
    </div>
  )
}
