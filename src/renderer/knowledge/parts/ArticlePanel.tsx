import type { ArticleView } from '../../../shared/knowledge/model.ts'
import { ARTICLE_KIND_NAMES, ARTICLE_STANDING_NAMES } from '../../../shared/knowledge/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { namedBy, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { STANDING_TONES } from '../tones.ts'
import { useReadable, useWords } from '../use-words.ts'
import { useValidity } from '../validity.ts'
import { History } from './History.tsx'
import styles from './knowledge.module.css'
import { Life } from './Life.tsx'
import { Readers, Reasons, Share } from './Marks.tsx'
import { Steps } from './Steps.tsx'

type Props = { id: string; onOpen: (id: string) => void; onEdit: (article: ArticleView) => void; onClose: () => void }

/** One article: what it says, how long it holds, its versions, how useful it was, and its way to being used. */
export function ArticlePanel({ id, onOpen, onEdit, onClose }: Props) {
  const t = useT('knowledge')
  const nameOf = useName()
  const words = useWords()
  const readable = useReadable()
  const isLead = useSession((session) => session.user?.role) !== 'agent'
  const {
    data: file,
    failure,
    reload,
  } = useQuery('knowledge.show', { id }, { topics: ['knowledge'], clearOnChange: true })
  const article = file?.article
  return (
    <DetailPanel
      title={article ? words(article.title) : t('detail')}
      label={t('detail')}
      badges={
        article && (
          <>
            <StateBadge tone="info" label={nameOf(ARTICLE_KIND_NAMES[article.kind])} />
            <StateBadge
              tone={STANDING_TONES[article.standing]}
              label={nameOf(ARTICLE_STANDING_NAMES[article.standing])}
            />
            {article.isShipped && <StateBadge tone="neutral" label={t('shipped')} />}
          </>
        )
      }
      onClose={onClose}
    >
      <FailureAlert failure={failure} onRetry={reload} />
      {file && article && (
        <div className={styles.stack}>
          <div className={styles.pad}>
            <ArticleFacts article={article} />
          </div>
          <Section title={t('parts.text')}>
            <div className={record.text}>{readable(article.body.zh)}</div>
          </Section>
          {article.body.en !== '' && (
            <Section title={t('parts.textEn')}>
              <div className={record.text}>{readable(article.body.en)}</div>
            </Section>
          )}
          {article.steps.length > 0 && (
            <Section title={t('parts.steps')}>
              <Steps steps={article.steps} />
            </Section>
          )}
          <div className={styles.pad}>
            <Share file={file} />
            <Life article={article} onEdit={() => onEdit(article)} />
          </div>
          <Section title={t('parts.useful')}>
            <div>{t('useful', article.tally)}</div>
            {article.tally.unhelped > 0 && <Reasons code={article.code} />}
          </Section>
          {article.kind === 'notice' && isLead && <Readers id={article.id} />}
          <History file={file} onOpen={onOpen} />
        </div>
      )}
    </DetailPanel>
  )
}

function ArticleFacts({ article }: { article: ArticleView }) {
  const t = useT('knowledge')
  const u = useT('ui')
  const nameOf = useName()
  const validity = useValidity()
  const { categoryNames, channelNames } = useClasses()
  const by = (name: string | null, at: number | null) =>
    name === null || at === null ? '' : `${name} · ${dateTimeText(at)}`
  const facts: [string, string][] = [
    [t('columns.version'), t('versionOf', { version: article.version })],
    [t('facts.valid'), validity(article)],
    [t('facts.author'), article.isShipped ? t('shipped') : (article.authorName ?? '')],
    [t('facts.reviewed'), by(article.reviewedByName, article.reviewedAt)],
    [t('facts.note'), article.reviewNote],
    [t('facts.change'), article.changeNote],
    [t('facts.company'), article.company],
    [t('facts.category'), article.category === '' ? '' : namedBy(categoryNames, article.category, nameOf)],
    [t('facts.tier'), article.tier === 'any' ? '' : u(`tiers.${article.tier}`)],
    [t('facts.channels'), article.channels.map((code) => namedBy(channelNames, code, nameOf)).join('、')],
    [t('facts.keywords'), article.keywords],
    [t('facts.withdrawn'), [by(article.withdrawnByName, article.withdrawnAt), article.withdrawReason].join(' ').trim()],
  ]
  return <Facts facts={facts.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]))} />
}
