import type { ArticleRow } from '../../../shared/knowledge/model.ts'
import {
  ARTICLE_KIND_NAMES,
  ARTICLE_STANDING_NAMES,
  type ArticleKind,
  type ListView,
  PLACE_NAMES,
  type Place,
} from '../../../shared/knowledge/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { STANDING_TONES } from '../tones.ts'
import { useMissed } from '../use-missed.ts'
import { useWords } from '../use-words.ts'
import { useValidity } from '../validity.ts'

type Found = ArticleRow & { where?: readonly Place[] }

type Props = {
  view: ListView
  kind: ArticleKind | null
  /** What is looked for; empty for the whole list. */
  text: string
  isNarrow: boolean
  openId: string | null
  onOpen: (id: string) => void
}

/** Articles of a view, or what a search found with the places that answered. */
export function ArticleTable({ view, kind, text, isNarrow, openId, onOpen }: Props) {
  const t = useT('knowledge')
  const kinds = kind === null ? [] : [kind]
  const isSearch = text !== '' && view === 'inForce'
  const listed = useQuery('knowledge.list', { view, kinds }, { topics: ['knowledge'], enabled: !isSearch })
  const found = useQuery('knowledge.find', { text, kinds, limit: 100 }, { topics: ['knowledge'], enabled: isSearch })
  const isCounted = useMissed(text, isSearch && !found.isLoading && found.data?.length === 0)
  const columns = useColumns(isNarrow, isSearch)
  const query = isSearch ? found : listed
  return (
    <DataTable<Found>
      label={t('list')}
      columns={columns}
      rows={isSearch ? queryRows(found, (rows) => rows) : queryRows(listed, (rows) => rows)}
      rowKey={(row) => row.id}
      onOpen={(row) => onOpen(row.id)}
      openKey={openId ?? undefined}
      empty={
        isSearch && !query.isLoading ? (
          <EmptyState title={t('notFound', { text })} text={isCounted ? t('notFoundText') : ''} />
        ) : (
          <EmptyState title={t('empty')} />
        )
      }
    />
  )
}

function useColumns(isNarrow: boolean, isSearch: boolean): Column<Found>[] {
  const t = useT('knowledge')
  const nameOf = useName()
  const words = useWords()
  const validity = useValidity()
  const all: Column<Found>[] = [
    { id: 'kind', header: t('columns.kind'), width: '150px', cell: (row) => nameOf(ARTICLE_KIND_NAMES[row.kind]) },
    { id: 'title', header: t('columns.title'), width: 'minmax(180px, 1fr)', cell: (row) => words(row.title) },
    ...(isSearch
      ? [
          {
            id: 'where',
            header: t('columns.where'),
            width: '150px',
            cell: (row: Found) => row.where?.map((place) => nameOf(PLACE_NAMES[place])).join('、'),
          },
        ]
      : []),
    {
      id: 'standing',
      header: t('columns.standing'),
      width: '130px',
      cell: (row) => (
        <StateBadge tone={STANDING_TONES[row.standing]} label={nameOf(ARTICLE_STANDING_NAMES[row.standing])} />
      ),
    },
    { id: 'valid', header: t('columns.valid'), width: '200px', cell: (row) => validity(row) },
    { id: 'uses', header: t('columns.uses'), width: '64px', align: 'right', cell: (row) => row.tally.uses },
    { id: 'helped', header: t('columns.helped'), width: '74px', align: 'right', cell: (row) => row.tally.helped },
    { id: 'unhelped', header: t('columns.unhelped'), width: '74px', align: 'right', cell: (row) => row.tally.unhelped },
    { id: 'thanks', header: t('columns.thanks'), width: '74px', align: 'right', cell: (row) => row.tally.thanks },
    {
      id: 'author',
      header: t('columns.author'),
      width: '120px',
      cell: (row) => (row.isShipped ? t('shipped') : row.authorName),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['kind', 'title', 'standing'].includes(id)) : all
}
