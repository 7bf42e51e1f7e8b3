import { MESSAGE_STATES, type MessageState } from '../../../shared/messages/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { Facts } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { MessageActions } from './MessageActions.tsx'

type Props = { id: string; state: MessageState }

/**
 * A message with its words and what can be done with it. Reading it is written into the audit log, so it is read again
 * only when it stands differently in its list; what is being typed stays.
 */
export function MessageContent({ id, state }: Props) {
  const t = useT('messages')
  const nameOf = useName()
  const {
    data: view,
    failure,
    reload,
  } = useQuery('messages.show', { id }, { clearOnChange: true, version: MESSAGE_STATES.indexOf(state) })
  if (failure) return <FailureAlert failure={failure} onRetry={reload} />
  if (!view) return null
  const { templateName, templateVersion, promisedAt, dueAt, sentAt } = view
  const facts: [string, string][] = [
    [t('facts.to'), [view.personName, view.maskedAddress].filter((part) => part !== '').join(' · ')],
    [
      t('facts.template'),
      templateName ? t('facts.version', { name: nameOf(templateName), version: templateVersion ?? 1 }) : t('freeText'),
    ],
    [t('facts.made'), t('facts.madeBy', { name: view.createdByName, time: dateTimeText(view.createdAt) })],
    [t('facts.due'), dueAt === null ? '' : dateTimeText(dueAt)],
    [t('facts.promised'), promisedAt === null ? '' : dateTimeText(promisedAt)],
    [t('facts.checked'), view.checkedByName ?? ''],
    [t('facts.sent'), sentAt === null ? '' : dateTimeText(sentAt)],
    [t('facts.reference'), view.reference],
    [t('facts.note'), view.checkNote],
    [t('facts.failed'), view.failReason],
    [t('facts.reply'), view.replyText],
  ]
  return (
    <>
      <div className={styles.reckoning}>
        {view.subject !== '' && <strong>{view.subject}</strong>}
        <div className={styles.text}>{view.body}</div>
      </div>
      <Facts facts={facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))} />
      <MessageActions key={view.state} view={view} onChanged={reload} />
    </>
  )
}
