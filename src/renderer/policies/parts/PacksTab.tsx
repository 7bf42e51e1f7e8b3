import { useState } from 'react'
import { POLICY_KIND_NAMES } from '../../../shared/policies/model.ts'
import { PACK_STATE_NAMES, type PackLine } from '../../../shared/policies/packs.ts'
import { SOURCE_MARK_NAMES } from '../../../shared/policies/words.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { side } from '../words.ts'
import { PackPanel } from './PackPanel.tsx'
import { PACK_TONES } from './pack-tones.ts'

function useColumns(isNarrow: boolean): Column<PackLine>[] {
  const t = useT('policies')
  const all: Column<PackLine>[] = [
    { id: 'name', header: t('packs.name'), width: 'minmax(160px, 1fr)', cell: (row) => row.name[side()] },
    { id: 'id', header: t('packs.id'), width: '170px', cell: (row) => <span className="mono">{row.id}</span> },
    {
      id: 'state',
      header: t('packs.state'),
      width: '150px',
      cell: (row) => <StateBadge tone={PACK_TONES[row.state]} label={PACK_STATE_NAMES[row.state][side()]} />,
    },
    {
      id: 'kind',
      header: t('packs.kind'),
      width: '120px',
      cell: (row) => (row.kind === null ? '—' : POLICY_KIND_NAMES[row.kind][side()]),
    },
    {
      id: 'marks',
      header: t('editor.source'),
      width: 'minmax(150px, 0.8fr)',
      cell: (row) => row.marks.map((mark) => SOURCE_MARK_NAMES[mark][side()]).join(side() === 'zh' ? '、' : ', '),
    },
  ]
  return isNarrow ? all.filter(({ id }) => id === 'name' || id === 'state') : all
}

type Props = { startWith: string | null; onDraft: (versionId: string) => void }

/** S3-03: the sets of rules that come with the product, what each says, and where it stands in what is in force. */
export function PacksTab({ startWith, onDraft }: Props) {
  const t = useT('policies')
  useLanguage()
  const [openId, setOpenId] = useState(startWith)
  const query = useQuery('policies.packs', {}, { topics: ['policies'] })
  const columns = useColumns(openId !== null)
  return (
    <>
      <p className={styles.dim}>{t('packs.hint')}</p>
      <SplitView
        list={
          <DataTable
            label={t('packs.label')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('packs.none')} />}
          />
        }
        detail={
          openId === null ? null : (
            <PackPanel key={openId} id={openId} onDraft={onDraft} onClose={() => setOpenId(null)} />
          )
        }
      />
    </>
  )
}
