import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportRow } from '../../shared/imports/contract.ts'
import { IMPORT_KINDS, type ImportKind } from '../../shared/imports/model.ts'
import { useT } from '../i18n/use-t.ts'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { SplitView } from '../ui/DetailPanel.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { countText } from '../ui/formats.ts'
import { useShortcut } from '../ui/keys.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { queryRows } from '../ui/rows.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'
import { ImportPanel } from './parts/ImportPanel.tsx'
import { Wizard } from './parts/Wizard.tsx'

const COUNTS = ['read', 'created', 'updated', 'unchanged', 'rejected'] as const

function useColumns(isNarrow: boolean): Column<ImportRow>[] {
  const t = useT('imports')
  const counts = (isNarrow ? (['created', 'updated', 'rejected'] as const) : COUNTS).map(
    (name): Column<ImportRow> => ({
      id: name,
      header: t(`columns.${name}`),
      width: isNarrow ? '76px' : '92px',
      align: 'right',
      cell: (row) => <span className="num">{row[name] === null ? '—' : countText(row[name])}</span>,
    }),
  )
  return [
    { id: 'at', header: t('columns.at'), width: '150px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'kind', header: t('columns.kind'), width: '70px', cell: (row) => t(`kinds.${row.kind}`) },
    { id: 'file', header: t('columns.file'), width: 'minmax(110px, 1.6fr)', cell: (row) => row.fileName },
    ...(isNarrow
      ? []
      : [
          {
            id: 'actor',
            header: t('columns.actor'),
            width: 'minmax(90px, 0.8fr)',
            cell: (row: ImportRow) => row.actorName,
          },
        ]),
    ...counts,
  ]
}

/** Imports that were done with what they changed, and the way to a new one (S3-76). */
export function Page() {
  const t = useT('imports')
  const [kind, setKind] = useState<ImportKind | null>(null)
  const [openId, setOpenId] = useState<string | null>(null)
  const query = useQuery('imports.list', {}, { topics: ['imports'] })
  const open = query.data?.find((row) => row.id === openId)
  const columns = useColumns(open !== undefined)
  useShortcut({ id: 'imports.start', keys: 'alt+n', label: t('starts.members'), group: t('title') }, () =>
    setKind('members'),
  )

  const close = (shown: string | null) => {
    setKind(null)
    setOpenId(shown)
    query.reload()
  }
  if (kind !== null) return <Wizard kind={kind} onClose={close} />
  const buttons = IMPORT_KINDS.map((one) => (
    <Button
      key={one}
      variant={one === 'members' ? 'filled' : 'default'}
      leftSection={<IconTableImport size={15} />}
      onClick={() => setKind(one)}
    >
      {t(`starts.${one}`)}
    </Button>
  ))
  return (
    <div className="page">
      <PageHeader title={t('title')} actions={buttons} />
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={columns}
            rows={queryRows(query, (list) => list)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={open?.id}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={open ? <ImportPanel key={open.id} row={open} onClose={() => setOpenId(null)} /> : null}
      />
    </div>
  )
}
