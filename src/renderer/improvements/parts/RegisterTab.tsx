import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { ImprovementRow } from '../../../shared/improvements/model.ts'
import {
  IMPROVEMENT_KIND_NAMES,
  IMPROVEMENT_SOURCE_NAMES,
  IMPROVEMENT_STATE_NAMES,
  type ImprovementKind,
  type ImprovementState,
  STANDING_STATES,
} from '../../../shared/improvements/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { dayText } from '../../ui/formats.ts'
import { PersonField } from '../../ui/PersonField.tsx'
import { queryRows } from '../../ui/rows.ts'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useQuery } from '../../use-query.ts'
import { IMPROVEMENT_TONES } from '../tones.ts'
import { ItemPanel } from './ItemPanel.tsx'
import styles from './improvements.module.css'
import { ProposeDialog, type Start } from './ProposeDialog.tsx'

const SHOWN = ['standing', 'overdue', 'ended'] as const
type Shown = (typeof SHOWN)[number]
const STATES: Record<Shown, ImprovementState[]> = {
  standing: [...STANDING_STATES],
  overdue: [...STANDING_STATES],
  ended: ['closed', 'declined'],
}

function useColumns(isNarrow: boolean): Column<ImprovementRow>[] {
  const t = useT('improvements')
  const nameOf = useName()
  const all: Column<ImprovementRow>[] = [
    {
      id: 'number',
      header: t('columns.number'),
      width: '118px',
      cell: (row) => <span className="num">{row.number}</span>,
    },
    { id: 'title', header: t('columns.title'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    {
      id: 'kind',
      header: t('columns.kind'),
      width: '136px',
      cell: (row) => nameOf(IMPROVEMENT_KIND_NAMES[row.kind]),
    },
    {
      id: 'source',
      header: t('columns.source'),
      width: '136px',
      cell: (row) => nameOf(IMPROVEMENT_SOURCE_NAMES[row.sourceKind]),
    },
    { id: 'owner', header: t('columns.owner'), width: '96px', cell: (row) => row.ownerName ?? t('none') },
    {
      id: 'due',
      header: t('columns.due'),
      width: '150px',
      cell: (row) => (
        <span className={row.isOverdue ? styles.late : undefined}>
          {row.dueDay === null ? t('none') : dayText(row.dueDay)} {row.isOverdue && t('overdue')}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '120px',
      cell: (row) => (
        <StateBadge tone={IMPROVEMENT_TONES[row.state]} label={nameOf(IMPROVEMENT_STATE_NAMES[row.state])} />
      ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['number', 'title', 'state'].includes(id)) : all
}

type Props = { start: Start | null; openId: string | null }

/** The list of all improvements (S2-144), with what is open in it beside it. */
export function RegisterTab({ start, openId: firstId }: Props) {
  const t = useT('improvements')
  const nameOf = useName()
  const [shown, setShown] = useState<Shown>('standing')
  const [kind, setKind] = useState<ImprovementKind | null>(null)
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed, 250)
  const [openId, setOpen] = useState<string | null>(firstId)
  const [proposing, setProposing] = useState<Start | 'new' | null>(start)
  const filter = { states: STATES[shown], isOverdue: shown === 'overdue', kind, ownerId, text }
  const query = useQuery('improvements.list', filter, { topics: ['improvements'] })
  const columns = useColumns(openId !== null)
  return (
    <>
      <div className={styles.filters}>
        <SegmentedControl
          aria-label={t('shown.label')}
          value={shown}
          onChange={(value) => setShown(SHOWN.find((one) => one === value) ?? 'standing')}
          data={SHOWN.map((value) => ({ value, label: t(`shown.${value}`) }))}
        />
        <Select
          clearable
          w={150}
          aria-label={t('fields.kind')}
          placeholder={t('allKinds')}
          data={choicesOf(IMPROVEMENT_KIND_NAMES, nameOf)}
          value={kind}
          onChange={setKind}
        />
        <PersonField
          clearable
          w={150}
          aria-label={t('fields.owner')}
          placeholder={t('allOwners')}
          value={ownerId}
          onChange={setOwner}
        />
        <TextInput
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={14} />}
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setProposing('new')}>
          {t('propose')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('title')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={openId === null ? null : <ItemPanel key={openId} id={openId} onClose={() => setOpen(null)} />}
      />
      {proposing !== null && (
        <ProposeDialog
          start={proposing === 'new' ? null : proposing}
          onClose={() => setProposing(null)}
          onDone={(id) => setOpen(id)}
        />
      )}
    </>
  )
}
