import { Button } from '@mantine/core'
import { IconThumbUp } from '@tabler/icons-react'
import type { ArticleFile } from '../../../shared/knowledge/model.ts'
import { SHARED_KINDS } from '../../../shared/knowledge/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

const SHARED: readonly string[] = SHARED_KINDS

/** S3-118 S4-81: thanks for what a colleague shared, or the word that a notice was read. */
export function Share({ file: { article, hasThanked, readAt } }: { file: ArticleFile }) {
  const t = useT('knowledge')
  const userId = useSession((session) => session.user?.id)
  const thank = useCommand('knowledge.thank')
  const read = useCommand('knowledge.acknowledge')
  if (article.state !== 'published') return null
  const { thanks } = article.tally
  if (SHARED.includes(article.kind)) {
    return (
      <div className={record.actions}>
        {article.authorId !== userId && (
          <Button
            variant={hasThanked ? 'light' : 'default'}
            leftSection={<IconThumbUp size={15} />}
            disabled={hasThanked}
            loading={thank.isBusy}
            onClick={() => void thank.run({ code: article.code })}
          >
            {t(hasThanked ? 'acts.thanked' : 'acts.thank')}
          </Button>
        )}
        <span className={record.faint}>{t('acts.thanks', { count: thanks })}</span>
      </div>
    )
  }
  if (article.kind !== 'notice') return null
  return (
    <div className={record.actions}>
      {readAt === null ? (
        <Button loading={read.isBusy} onClick={() => void read.run({ id: article.id })}>
          {t('acts.acknowledge')}
        </Button>
      ) : (
        <span className={record.faint}>{t('acts.acknowledged', { time: dateTimeText(readAt) })}</span>
      )}
    </div>
  )
}

/** S4-81: who has read a notice, and who has not. */
export function Readers({ id }: { id: string }) {
  const t = useT('knowledge')
  const { data = [] } = useQuery('knowledge.readers', { id }, { topics: ['knowledge', 'users'] })
  const read = data.filter(({ readAt }) => readAt !== null).length
  return (
    <Section title={t('parts.readers')}>
      <div>{t('readBy', { read, all: data.length })}</div>
      <ul className={record.list} aria-label={t('parts.readers')}>
        {data.map(({ userId, name, readAt }) => (
          <li key={userId}>
            {name} <span className={record.faint}>{readAt === null ? t('notRead') : dateTimeText(readAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Why an article did not help, for whoever writes the next version. */
export function Reasons({ code }: { code: string }) {
  const t = useT('knowledge')
  const { data = [] } = useQuery('knowledge.ratings', { code }, { topics: ['knowledge'] })
  return (
    <ul className={record.list} aria-label={t('parts.reasons')}>
      {data.map(({ at, version, userName, reason }) => (
        <li key={`${at} ${userName}`}>
          {reason === '' ? t('use.wasNot') : reason}{' '}
          <span className={record.faint}>
            {t('versionOf', { version })} · {userName} · {dateTimeText(at)}
          </span>
        </li>
      ))}
    </ul>
  )
}
