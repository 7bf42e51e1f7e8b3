import { IconList } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Output } from '../../shared/contracts.ts'
import { parseSearch, wordsText } from '../../shared/search/grammar.ts'
import { useT } from '../i18n/use-t.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Marked } from '../ui/Marked.tsx'
import { go } from '../ui/navigation.ts'
import { ArticleLine, CallLine, CaseLine, MemberLine } from './Hits.tsx'
import styles from './search.module.css'
import { type LocalHit, useLocalHits } from './use-local-hits.tsx'

export type Found = Output<'search.everything'>

/** One line of the search: what it shows and what choosing it does. A local one needs no answer of the store. */
export type SearchItem = { id: string; content: ReactNode; run: () => void; isLocal: boolean }
export type SearchGroup = { label: string; items: SearchItem[] }

/** Everything a typed text may mean, in groups; what the desk itself knows stands first, so that answers never move it. */
export function useSearchGroups(text: string, found: Found | undefined): SearchGroup[] {
  const u = useT('ui')
  const t = useT('search')
  const { pages, commands } = useLocalHits(text)
  const query = parseSearch(text)
  const words = [...query.words.map((word) => word.text), ...(found?.guessed ?? [])]
  const item = (id: string, content: ReactNode, run: () => void, isLocal = false) => ({ id, content, run, isLocal })
  const local = (hit: LocalHit) => item(hit.id, <LocalLine hit={hit} words={words} />, hit.run, true)
  const all = (page: 'members' | 'cases' | 'calls' | 'knowledge', search: string) =>
    item(`${page}.all`, <AllLine label={t('showAll', { text: search })} />, () => go(page, { search }))
  const groups: SearchGroup[] = [
    { label: u('shell.pages'), items: pages.map(local) },
    { label: u('shell.commands'), items: commands.map(local) },
  ]
  if (found) {
    const { members, cases, calls, articles } = found
    groups.push(
      {
        label: t('groups.members'),
        items: [
          ...members.hits.map((hit) =>
            item(hit.id, <MemberLine hit={hit} words={words} />, () => go('members', { id: hit.id })),
          ),
          ...(members.hasMore ? [all('members', wordsText(query))] : []),
        ],
      },
      {
        label: t('groups.cases'),
        items: [
          ...cases.hits.map((hit) =>
            item(hit.id, <CaseLine hit={hit} words={words} />, () => go('cases', { id: hit.id })),
          ),
          ...(cases.hits.length > 0 ? [all('cases', text)] : []),
        ],
      },
      {
        label: t('groups.calls'),
        items: [
          ...calls.hits.map((hit) =>
            item(hit.id, <CallLine hit={hit} words={words} />, () => go('calls', { id: hit.id })),
          ),
          ...(calls.hasMore ? [all('calls', wordsText(query))] : []),
        ],
      },
      {
        label: t('groups.articles'),
        items: [
          ...articles.hits.map((hit) =>
            item(hit.id, <ArticleLine hit={hit} words={words} />, () => go('knowledge', { id: hit.id })),
          ),
          ...(articles.hasMore ? [all('knowledge', wordsText(query))] : []),
        ],
      },
    )
  }
  return groups.filter(({ items }) => items.length > 0)
}

function LocalLine({ hit, words }: { hit: LocalHit; words: readonly string[] }) {
  return (
    <span className={styles.line}>
      <span className={styles.icon}>{hit.icon}</span>
      <span className={styles.rest}>
        <Marked text={hit.label} words={words} />
      </span>
      <KeyHint keys={hit.keys} />
    </span>
  )
}

function AllLine({ label }: { label: string }) {
  return (
    <span className={styles.line}>
      <span className={styles.icon}>
        <IconList size={16} stroke={1.7} />
      </span>
      <span className={`${styles.rest} ${styles.dim}`}>{label}</span>
    </span>
  )
}
