import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { useClasses } from '../../ui/classes.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { rowsOf } from '../../ui/rows.ts'
import { type Placed, placed, useName } from '../tree.ts'
import { type EditedTree, useEditedTree } from '../use-edited-tree.ts'
import styles from './causes.module.css'
import { NodePanel } from './NodePanel.tsx'

/** The tree itself; a manager changes it here and saves the whole as a new version. */
export function TreeView({ isManager }: { isManager: boolean }) {
  const t = useT('causes')
  const [openCode, setOpenCode] = useState<string | null>(null)
  const edited = useEditedTree()
  const { tree, failure, reload } = edited
  const columns = useColumns(edited, openCode !== null)
  const node = tree?.nodes.find((each) => each.code === openCode)
  return (
    <>
      <FailureAlert failure={failure} onRetry={reload} />
      {isManager && <SaveLine edited={edited} onNew={() => setOpenCode(edited.addNode(node?.code ?? null))} />}
      <SplitView
        list={
          <DataTable
            label={t('tabs.tree')}
            columns={columns}
            rows={rowsOf(tree ? placed(tree.nodes) : [])}
            rowKey={(row) => row.node.code}
            onOpen={(row) => setOpenCode(row.node.code)}
            openKey={openCode ?? undefined}
            empty={<EmptyState title={t('empty')} />}
          />
        }
        detail={
          node ? (
            <NodePanel
              key={edited.keyOf(node.code)}
              node={node}
              edited={edited}
              isManager={isManager}
              onCode={setOpenCode}
              onClose={() => setOpenCode(null)}
            />
          ) : null
        }
      />
    </>
  )
}

function useColumns({ tree, used }: EditedTree, isNarrow: boolean): Column<Placed>[] {
  const t = useT('causes')
  const nameOf = useName()
  const { categoryNames: names } = useClasses()
  const all: Column<Placed>[] = [
    {
      id: 'name',
      header: t('columns.name'),
      width: 'minmax(130px, 1fr)',
      cell: ({ node, depth }) => <span style={{ paddingLeft: depth * 18 }}>{nameOf(node.name)}</span>,
    },
    {
      id: 'code',
      header: t('columns.code'),
      width: '118px',
      cell: ({ node }) => <span className="mono">{node.code}</span>,
    },
    {
      id: 'classes',
      header: t('columns.classes'),
      width: 'minmax(150px, 1fr)',
      cell: ({ node }) => node.classes.map((each) => (names[each] ? nameOf(names[each]) : each)).join('、'),
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '104px',
      cell: ({ node }) =>
        node.isRetired ? (
          <StateBadge tone="neutral" label={t('retired')} />
        ) : (
          <StateBadge tone="good" label={used.has(node.code) ? t('used') : t('inUse')} />
        ),
    },
    {
      id: 'solutions',
      header: t('columns.solutions'),
      width: '84px',
      align: 'right',
      cell: ({ node }) => tree?.solutions.filter((each) => each.cause === node.code).length || '',
    },
  ]
  return isNarrow ? all.filter(({ id }) => id !== 'classes' && id !== 'solutions') : all
}

function SaveLine({ edited, onNew }: { edited: EditedTree; onNew: () => void }) {
  const t = useT('causes')
  const [reason, setReason] = useState('')
  const { isChanged, save, isBusy, discard } = edited
  const onSave = async () => {
    if (await save(reason)) setReason('')
  }
  return (
    <div className={styles.line}>
      <Button variant="default" leftSection={<IconPlus size={14} />} onClick={onNew}>
        {t('node.new')}
      </Button>
      {isChanged && (
        <span className={styles.push}>
          <StateBadge tone="warn" label={t('unsaved')} />
          <TextInput
            aria-label={t('reason')}
            placeholder={t('reason')}
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button variant="default" onClick={discard}>
            {t('discard')}
          </Button>
          <Button loading={isBusy} disabled={reason.trim().length < 2} onClick={() => void onSave()}>
            {t('saveTree')}
          </Button>
        </span>
      )}
    </div>
  )
}
