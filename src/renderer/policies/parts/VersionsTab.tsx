import { Button, Select } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import {
  POLICY_KIND_NAMES,
  POLICY_KINDS,
  type PolicyKind,
  type PolicyVersion,
  VERSION_STATE_NAMES,
} from '../../../shared/policies/model.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { queryRows } from '../../ui/rows.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { optionsOf, STATE_TONES, side } from '../words.ts'
import { DraftEditor } from './DraftEditor.tsx'
import { ShippedNotice } from './ShippedNotice.tsx'
import { VersionPanel } from './VersionPanel.tsx'

function useColumns(isNarrow: boolean): Column<PolicyVersion>[] {
  const t = useT('policies')
  const all: Column<PolicyVersion>[] = [
    { id: 'kind', header: t('versions.kind'), width: '108px', cell: (row) => POLICY_KIND_NAMES[row.kind][side()] },
    {
      id: 'name',
      header: t('versions.name'),
      width: 'minmax(150px, 1fr)',
      cell: (row) => t('versions.named', { name: row.name[side()], version: row.version }),
    },
    {
      id: 'state',
      header: t('versions.state'),
      width: '156px',
      cell: (row) => <StateBadge tone={STATE_TONES[row.state]} label={VERSION_STATE_NAMES[row.state][side()]} />,
    },
    { id: 'from', header: t('versions.from'), width: '104px', cell: (row) => dayText(row.effectiveFrom) },
    {
      id: 'author',
      header: t('versions.author'),
      width: 'minmax(90px, 0.5fr)',
      cell: (row) => row.authorName ?? t('versions.shipped'),
    },
  ]
  return isNarrow ? all.filter(({ id }) => id === 'name' || id === 'state') : all
}

/** Takes a pack in from a file the person chooses; its faults are told with their places. */
function useImport(onDone: (id: string) => void) {
  const t = useT('policies')
  const command = useCommand('policies.import', { quiet: true })
  const run = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'pack' })
    if (!picked.ok || picked.value === null) return
    const result = await command.run({ file: picked.value.token })
    if (!result.ok) return
    tellDone(t('versions.imported', { id: result.value.id }))
    onDone(result.value.id)
  }
  return { run, isBusy: command.isBusy, failure: command.failure, places: command.fieldErrors }
}

/** Every version of every policy, and what can be done with the one that is open. */
export function VersionsTab({ startWith }: { startWith: string | null }) {
  const t = useT('policies')
  useLanguage()
  const [kind, setKind] = useState<PolicyKind | null>(null)
  const [openId, setOpenId] = useState(startWith)
  const [editing, setEditing] = useState<string | null>(null)
  const query = useQuery('policies.list', kind === null ? {} : { kind }, { topics: ['policies', 'tiers'] })
  const columns = useColumns(openId !== null)
  const taking = useImport(setOpenId)
  if (editing !== null) return <DraftEditor id={editing} onDone={() => setEditing(null)} />
  return (
    <>
      <ShippedNotice onDraft={setOpenId} />
      <div className={styles.line}>
        <Select
          aria-label={t('versions.kind')}
          w={180}
          placeholder={t('versions.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('versions.all') }}
          data={optionsOf(POLICY_KIND_NAMES)}
          value={kind}
          onChange={(value) => setKind(POLICY_KINDS.find((one) => one === value) ?? null)}
        />
        <Button
          variant="default"
          className={styles.push ?? ''}
          leftSection={<IconFileImport size={15} />}
          loading={taking.isBusy}
          onClick={() => void taking.run()}
        >
          {t('versions.import')}
        </Button>
      </div>
      {taking.failure && (
        <div>
          <FailureAlert failure={taking.failure} />
          <ul className={styles.list}>
            {Object.entries(taking.places).map(([place, sentence]) => (
              <li key={place}>
                <code>{place}</code>: {sentence}
              </li>
            ))}
          </ul>
        </div>
      )}
      <SplitView
        list={
          <DataTable
            label={t('versions.label')}
            columns={columns}
            rows={queryRows(query, (rows) => rows)}
            rowKey={(row) => row.id}
            onOpen={(row) => setOpenId(row.id)}
            openKey={openId ?? undefined}
            empty={<EmptyState title={t('versions.empty')} />}
          />
        }
        detail={
          openId === null ? null : (
            <VersionPanel
              key={openId}
              id={openId}
              onOpen={setOpenId}
              onEdit={setEditing}
              onClose={() => setOpenId(null)}
            />
          )
        }
      />
    </>
  )
}
