import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { CaseId, MemberId } from '../../../shared/ids.ts'
import type { ArticleHit } from '../../../shared/knowledge/model.ts'
import { ANSWER_KINDS, ARTICLE_KIND_NAMES, PLACE_NAMES } from '../../../shared/knowledge/words.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { go, useNavigation } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { useKnowledge } from '../store.ts'
import { useArticle } from '../use-article.ts'
import { useMissed } from '../use-missed.ts'
import { useReadable, useWords } from '../use-words.ts'
import styles from './knowledge.module.css'
import { WordsLanguage } from './Proposals.tsx'
import { LastUse } from './Rating.tsx'

const TOLD: readonly string[] = ANSWER_KINDS

/** Whom the page that is open is about: what is used is recorded there. */
function usePlace(): { caseId: CaseId | null; memberId: MemberId | null } {
  const place = useNavigation((state) => state.place)
  const id = typeof place?.params.id === 'string' ? place.params.id : null
  return {
    caseId: place?.page === 'cases' ? (id as CaseId | null) : null,
    memberId: place?.page === 'members' ? (id as MemberId | null) : null,
  }
}

/** S3-57: search while typing over any page; Enter puts the answer into the field one came from. */
export function QuickSearch({ onClose }: { onClose: () => void }) {
  const t = useT('knowledge')
  const spoken = useLanguage()
  const list = useId()
  const [language, setLanguage] = useState(spoken)
  const [text, setText] = useState('')
  const [place, setPlace] = useState(0)
  const [asked] = useDebouncedValue(text.trim(), 100)
  const query = useQuery('knowledge.find', { text: asked, limit: 8 }, { enabled: asked !== '' })
  const hits = asked === '' ? [] : (query.data ?? [])
  const isCounted = useMissed(asked, query.data !== undefined && !query.isLoading && hits.length === 0)
  const { take } = useArticle({ ...usePlace(), language })
  const choose = async (hit: ArticleHit | undefined) => {
    if (!hit) return
    if (hit.kind === 'emergency') useKnowledge.getState().openCard(hit.id)
    else if (!TOLD.includes(hit.kind)) go('knowledge', { id: hit.id })
    else if (!(await take(hit))) return
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setPlace(Math.max(0, Math.min(hits.length - 1, place + step)))
    else if (event.key === 'Enter') void choose(hits[place])
    else return
    event.preventDefault()
  }
  return (
    <Modal opened onClose={onClose} title={t('quick.title')} size="lg">
      <div className={styles.line}>
        <TextInput
          style={{ flex: 1 }}
          aria-label={t('search')}
          placeholder={t('searchHint')}
          leftSection={<IconSearch size={15} aria-hidden />}
          data-autofocus
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={list}
          aria-activedescendant={hits[place] ? `${list}-${place}` : undefined}
          maxLength={200}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setPlace(0)
          }}
        />
        <WordsLanguage value={language} onChange={setLanguage} />
      </div>
      <div className={styles.call}>{t('quick.hint')}</div>
      <div id={list} role="listbox" aria-label={t('quick.results')} className={styles.hits}>
        {hits.map((hit, i) => (
          <Hit key={hit.id} id={`${list}-${i}`} hit={hit} isChosen={i === place} onUse={() => void choose(hit)} />
        ))}
      </div>
      {asked !== '' && query.data?.length === 0 && (
        <div className={styles.call}>
          {t('notFound', { text: asked })} {isCounted && t('notFoundText')}
        </div>
      )}
      <LastUse />
    </Modal>
  )
}

type HitProps = { id: string; hit: ArticleHit; isChosen: boolean; onUse: () => void }

function Hit({ id, hit, isChosen, onUse }: HitProps) {
  const t = useT('knowledge')
  const nameOf = useName()
  const words = useWords()
  const readable = useReadable()
  const where = hit.where.map((place) => nameOf(PLACE_NAMES[place])).join('、')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above answers the keys for the whole list
    <div id={id} role="option" tabIndex={-1} aria-selected={isChosen} className={styles.hit} onClick={onUse}>
      <div className={styles.line}>
        <StateBadge tone="info" label={nameOf(ARTICLE_KIND_NAMES[hit.kind])} />
        <strong>{words(hit.title)}</strong>
        <span className={styles.call}>
          {t('columns.where')} {where}
        </span>
      </div>
      <div className={styles.excerpt}>{readable(words(hit.body))}</div>
    </div>
  )
}
