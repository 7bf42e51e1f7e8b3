import { Button, SegmentedControl } from '@mantine/core'
import type { ArticleProposal } from '../../../shared/knowledge/model.ts'
import { ARTICLE_KIND_NAMES } from '../../../shared/knowledge/words.ts'
import type { Language } from '../../../shared/session/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { useKnowledge } from '../store.ts'
import { useReadable, useWords } from '../use-words.ts'
import styles from './knowledge.module.css'

type Props = {
  label: string
  proposals: readonly ArticleProposal[]
  useLabel: string
  isBusy: boolean
  onUse: (article: ArticleProposal) => void
}

/** Proposed articles with their reasons; the first three have a key each. */
export function Proposals({ label, proposals, useLabel, isBusy, onUse }: Props) {
  return (
    <ol className={styles.proposals} aria-label={label}>
      {proposals.map((one, place) => (
        <Proposed key={one.id} article={one} place={place} {...{ useLabel, isBusy, onUse }} />
      ))}
    </ol>
  )
}

type OneProps = Omit<Props, 'label' | 'proposals'> & { article: ArticleProposal; place: number }

function Proposed({ article, place, useLabel, isBusy, onUse }: OneProps) {
  const t = useT('knowledge')
  const nameOf = useName()
  const words = useWords()
  const readable = useReadable()
  const openCard = useKnowledge((state) => state.openCard)
  const { id, kind, title, body, reasons } = article
  const isCard = kind === 'emergency'
  // Alt with a figure opens a saved view of the queue, wherever one is.
  const keys = `mod+${place + 1}`
  const run = () => (isCard ? openCard(id) : onUse(article))
  const what = isCard ? t('use.card') : useLabel
  useShortcut(
    { id: `knowledge.use.${place}`, keys, label: `${what}: ${words(title)}`, group: t('title'), always: true },
    run,
    place < 3,
  )
  const why = [
    reasons.isCompany ? t('reasons.company') : '',
    reasons.isCategory ? t('reasons.category') : '',
    reasons.words.length > 0 ? t('reasons.words', { words: reasons.words.join('、') }) : '',
  ].filter((one) => one !== '')
  return (
    <li>
      <div className={styles.line}>
        <StateBadge tone={isCard ? 'warn' : 'info'} label={nameOf(ARTICLE_KIND_NAMES[kind])} />
        <strong>{words(title)}</strong>
        <span className={styles.push}>
          <Button size="compact-xs" variant="subtle" onClick={() => go('knowledge', { id })}>
            {t('use.open')}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            loading={isBusy}
            rightSection={place < 3 ? <KeyHint keys={keys} /> : null}
            onClick={run}
          >
            {what}
          </Button>
        </span>
      </div>
      <div className={styles.call}>{why.join(' · ')}</div>
      <div className={styles.excerpt} data-whole={kind === 'travel' || undefined}>
        {readable(words(body))}
      </div>
    </li>
  )
}

/** In which language the words for the customer are taken. */
export function WordsLanguage({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const t = useT('knowledge')
  return (
    <SegmentedControl
      aria-label={t('use.language')}
      size="xs"
      value={value}
      onChange={(next) => onChange(next === 'en' ? 'en' : 'zh-CN')}
      data={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
    />
  )
}
