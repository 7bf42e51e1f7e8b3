import { CASE_KIND_NAMES } from '../../shared/cases/words.ts'
import { ARTICLE_KIND_NAMES } from '../../shared/knowledge/words.ts'
import type { MemberHit } from '../../shared/members/model.ts'
import type { ArticleFound, CallHit, CaseHit } from '../../shared/search/contract.ts'
import { SAID_KIND_NAMES } from '../../shared/search/said-kinds.ts'
import { useLanguage } from '../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../ui/badges.tsx'
import { dateTimeText } from '../ui/formats.ts'
import { Marked } from '../ui/Marked.tsx'
import { orChinese, useName } from '../ui/use-name.ts'
import styles from './search.module.css'

type Words = { words: readonly string[] }

export function MemberLine({ hit, words }: Words & { hit: MemberHit }) {
  return (
    <span className={styles.line}>
      <strong>
        <Marked text={hit.name} words={words} />
      </strong>
      {hit.tier !== 'none' && <TierBadge tier={hit.tier} />}
      <span className={`${styles.rest} ${styles.dim} num`}>
        <Marked text={`${hit.card}  ${hit.maskedMobile}  ${hit.city}`} words={words} />
      </span>
    </span>
  )
}

export function CaseLine({ hit, words }: Words & { hit: CaseHit }) {
  const nameOf = useName()
  return (
    <span className={styles.line}>
      <span className="num">
        <Marked text={hit.number} words={words} />
      </span>
      <StateBadge tone="neutral" label={`${nameOf(CASE_KIND_NAMES[hit.kind])} · ${nameOf(hit.stateName)}`} />
      {hit.tier !== 'none' && <TierBadge tier={hit.tier} />}
      <span className={styles.rest}>
        <Marked text={hit.title} words={words} />
        {hit.snippet !== null && hit.snippet !== hit.title && (
          <span className={styles.dim}>
            {' — '}
            {hit.saidIn !== null && `${nameOf(SAID_KIND_NAMES[hit.saidIn])} · `}
            <Marked text={hit.snippet} words={words} />
          </span>
        )}
      </span>
      <span className={styles.dim}>
        <Marked text={hit.contactName} words={words} />
      </span>
    </span>
  )
}

export function CallLine({ hit, words }: Words & { hit: CallHit }) {
  return (
    <span className={styles.line}>
      <span className="num">
        <Marked text={hit.number} words={words} />
      </span>
      <span className={styles.rest}>
        <Marked text={hit.memberName ?? hit.callerName ?? hit.phoneMasked} words={words} />
        {hit.snippet !== null && (
          <span className={styles.dim}>
            {' — '}
            <Marked text={hit.snippet} words={words} />
          </span>
        )}
      </span>
      <span className={styles.dim}>{dateTimeText(hit.startedAt)}</span>
    </span>
  )
}

export function ArticleLine({ hit, words }: Words & { hit: ArticleFound }) {
  const nameOf = useName()
  const isEnglish = useLanguage() === 'en'
  const snippet = (isEnglish ? hit.snippet.en : hit.snippet.zh) ?? hit.snippet.zh ?? hit.snippet.en
  return (
    <span className={styles.line}>
      <StateBadge tone="neutral" label={nameOf(ARTICLE_KIND_NAMES[hit.kind])} />
      <span className={styles.rest}>
        <Marked text={nameOf(orChinese(hit.title))} words={words} />
        {snippet !== null && (
          <span className={styles.dim}>
            {' — '}
            <Marked text={snippet} words={words} />
          </span>
        )}
      </span>
      <span className={`${styles.dim} num`}>{hit.code}</span>
    </span>
  )
}
