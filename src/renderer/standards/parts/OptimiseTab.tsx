import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { UserId } from '../../../shared/ids.ts'
import type { OptimisationView } from '../../../shared/standards/optimisations.ts'
import { OPTIMISATION_STATE_NAMES, STAGE_NAMES } from '../../../shared/standards/optimise-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { PersonField } from '../../ui/PersonField.tsx'
import { queryRows } from '../../ui/rows.ts'
import { TextArea } from '../../ui/TextArea.tsx'
import { TitleField } from '../../ui/TitleField.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { OPTIMISATION_TONES } from '../tones.ts'
import { OptimisePanel } from './OptimisePanel.tsx'
import styles from './standards.module.css'

function useColumns(isNarrow: boolean): Column<OptimisationView>[] {
  const t = useT('optimise')
  const nameOf = useName()
  const all: Column<OptimisationView>[] = [
    { id: 'title', header: t('columns.title'), width: 'minmax(160px, 1fr)', cell: (row) => row.title },
    { id: 'stage', header: t('columns.stage'), width: '190px', cell: (row) => nameOf(STAGE_NAMES[row.stage]) },
    { id: 'owner', header: t('columns.owner'), width: '120px', cell: (row) => row.ownerName },
    {
      id: 'records',
      header: t('columns.records'),
      width: '80px',
      align: 'right',
      cell: (row) => row.records.length,
    },
    {
      id: 'state',
      header: t('columns.state'),
      width: '100px',
      cell: (row) => (
        <StateBadge tone={OPTIMISATION_TONES[row.state]} label={nameOf(OPTIMISATION_STATE_NAMES[row.state])} />
      ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'stage'].includes(id)) : all
}

/** S4-145..149: optimisations of the service process and how far each is. */
export function OptimiseTab() {
  const t = useT('optimise')
  const isLead = useSession((state) => state.user?.role) !== 'agent'
  const [openId, setOpen] = useState<string | null>(null)
  const [isStarting, setStarting] = useState(false)
  const query = useQuery('optimisations.list', {}, { topics: ['improvements'] })
  const open = query.data?.find(({ id }) => id === openId)
  const columns = useColumns(open !== undefined)
  return (
    <>
      {isLead && (
        <div className={styles.filters}>
          <Button className={styles.push ?? ''} leftSection={<IconPlus size={15} />} onClick={() => setStarting(true)}>
            {t('start')}
          </Button>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('list')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpen(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('empty')} text={t('emptyText')} />}
          />
        }
        detail={open ? <OptimisePanel key={open.id} work={open} isLead={isLead} onClose={() => setOpen(null)} /> : null}
      />
      {isStarting && <Start onClose={() => setStarting(false)} onDone={setOpen} />}
    </>
  )
}

function Start({ onClose, onDone }: { onClose: () => void; onDone: (id: string) => void }) {
  const t = useT('optimise')
  const [title, setTitle] = useState('')
  const [purpose, setPurpose] = useState('')
  const [ownerId, setOwner] = useState<UserId | null>(null)
  const start = useCommand('optimisations.start', { quiet: true })
  const save = async () => {
    if (ownerId === null) return
    const done = await start.run({ title, purpose, ownerId })
    if (!done.ok) return
    onClose()
    onDone(done.value.id)
  }
  return (
    <FormDialog
      keep={{ kind: 'standards-start-lines', subject: 'new' }}
      title={t('start')}
      save={t('acts.start')}
      failure={start.failure}
      isBusy={start.isBusy}
      isReady={title.trim().length > 1 && purpose.trim().length > 1 && ownerId !== null}
      onSave={save}
      onClose={onClose}
    >
      <TitleField label={t('fields.title')} value={title} onChange={setTitle} />
      <TextArea
        keep={{ kind: 'standards-start-purpose', subject: 'new' }}
        required
        minRows={2}
        maxLength={2000}
        label={t('fields.purpose')}
        value={purpose}
        onChange={(event) => setPurpose(event.currentTarget.value)}
      />
      <PersonField required label={t('fields.owner')} value={ownerId} onChange={setOwner} />
    </FormDialog>
  )
}
