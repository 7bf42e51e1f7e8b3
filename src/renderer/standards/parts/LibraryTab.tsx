import { Button, Checkbox } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { StandardView } from '../../../shared/standards/contract.ts'
import { ASPECT_NAMES, FREQUENCY_NAMES, STANDARD_STATE_NAMES } from '../../../shared/standards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { queryRows } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { STANDARD_TONES } from '../tones.ts'
import { DraftDialog } from './DraftDialog.tsx'
import { StandardPanel } from './StandardPanel.tsx'
import styles from './standards.module.css'
import { useMayKeep } from './use-may-keep.ts'
import { useTarget } from './use-target.ts'

function useColumns(isNarrow: boolean): Column<StandardView>[] {
  const t = useT('standards')
  const nameOf = useName()
  const targetOf = useTarget()
  const all: Column<StandardView>[] = [
    { id: 'code', header: t('columns.code'), width: '116px', cell: (row) => <span className="num">{row.code}</span> },
    { id: 'title', header: t('columns.title'), width: 'minmax(150px, 1fr)', cell: (row) => row.title },
    { id: 'aspect', header: t('columns.aspect'), width: '190px', cell: (row) => nameOf(ASPECT_NAMES[row.aspect]) },
    { id: 'target', header: t('columns.target'), width: '130px', cell: (row) => targetOf(row) },
    {
      id: 'frequency',
      header: t('columns.frequency'),
      width: '110px',
      cell: (row) => nameOf(FREQUENCY_NAMES[row.frequency]),
    },
    { id: 'latest', header: t('columns.latest'), width: '110px', cell: (row) => <Latest row={row} /> },
    {
      id: 'due',
      header: t('columns.due'),
      width: '112px',
      cell: ({ due }) => due && <span className={styles.late}>{due.toDay}</span>,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '96px',
      cell: (row) => <StateBadge tone={STANDARD_TONES[row.state]} label={nameOf(STANDARD_STATE_NAMES[row.state])} />,
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['code', 'title', 'latest', 'state'].includes(id)) : all
}

function Latest({ row }: { row: StandardView }) {
  const t = useT('standards')
  const [last] = row.results
  if (!last) return '—'
  return (
    <StateBadge tone={last.isMet ? 'good' : 'bad'} label={t('figureText', { value: last.value, unit: row.unit })} />
  )
}

/** S4-97: every standard with its target, its last result and whether it has to be measured now. */
export function LibraryTab() {
  const t = useT('standards')
  const mayKeep = useMayKeep()
  const [isRetiredToo, setRetiredToo] = useState(false)
  const [openId, setOpen] = useState<string | null>(null)
  const [isDrafting, setDrafting] = useState(false)
  const query = useQuery('standards.list', { isRetiredToo }, { topics: ['improvements'] })
  const rows = query.data ?? []
  const open = rows.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  const due = rows.filter((row) => row.due !== null).length
  const missed = rows.filter(({ results: [last] }) => last && !last.isMet && last.correction === null).length
  return (
    <>
      <div className={styles.filters}>
        <Checkbox
          label={t('retiredToo')}
          checked={isRetiredToo}
          onChange={(event) => setRetiredToo(event.currentTarget.checked)}
        />
        {due > 0 && <StateBadge tone="warn" label={t('due', { count: due })} />}
        {missed > 0 && <StateBadge tone="bad" label={t('missed', { count: missed })} />}
        {mayKeep && (
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setDrafting(true)}>
            {t('acts.draft')}
          </Button>
        )}
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.library')}
            columns={columns}
            rows={queryRows(query, (all) => all)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={
          open ? (
            <StandardPanel key={open.id} row={open} mayKeep={mayKeep} onClose={() => setOpen(null)} onOpen={setOpen} />
          ) : null
        }
      />
      {isDrafting && <DraftDialog base={null} onClose={() => setDrafting(false)} onDone={setOpen} />}
    </>
  )
}
