import type { NoticeView } from '../../../shared/routing/contract.ts'
import { NOTICE_KIND_NAMES } from '../../../shared/routing/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

type Props = { notice: NoticeView; onAnswered?: (notice: NoticeView) => void }

/** What somebody was told about a case, when they read it, and what they answered (S4-129, S4-138). */
export function Notice({ notice, onAnswered }: Props) {
  const t = useT('routing')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const answer = useCommand('routing.answer')
  const { kind, department, personName, text, at, byName, seenAt, seenByName } = notice
  const whom = [department && namedBy(deskNames, department, nameOf), personName].filter(Boolean).join(' · ')
  const send = async (words: string) => {
    const done = await answer.run({ id: notice.id, text: words })
    if (done.ok) {
      tellDone(t('saved'))
      onAnswered?.(done.value)
    }
    return done.ok
  }
  return (
    <div>
      <div className={record.line}>
        <StateBadge tone={kind === 'assigned' ? 'info' : 'warn'} label={nameOf(NOTICE_KIND_NAMES[kind])} />
        <strong>{t('toWhom', { name: whom })}</strong>
        <span className={record.push}>
          {byName === '' ? '' : `${byName} · `}
          {dateTimeText(at)}
        </span>
      </div>
      {text !== '' && <div className={record.text}>{text}</div>}
      <div className={record.faint}>
        {seenAt === null ? t('unseen') : t('seenBy', { name: seenByName ?? '', time: dateTimeText(seenAt) })}
      </div>
      {notice.answer !== null && <div className={record.text}>{t('answered', { text: notice.answer })}</div>}
      {notice.mayAnswer && (
        <TextAct
          keep={{ kind: 'routing-notice-answer-label', subject: notice.id }}
          label={t('answerLabel')}
          buttons={[{ label: t('answerSend'), onSend: send, isBusy: answer.isBusy, isMain: true }]}
        />
      )}
    </div>
  )
}
