import { Button } from '@mantine/core'
import { IconDownload, IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import type { RowError } from '../../../shared/imports/model.ts'
import { call, shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { countText } from '../../ui/formats.ts'
import { tellDone, tellFailure } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { rowsOf } from '../../ui/rows.ts'
import { StatCard } from '../../ui/StatCard.tsx'
import { fieldName, reasonText } from '../field-names.ts'
import styles from '../imports.module.css'
import { IMPORTS, type Report } from '../use-import.ts'

type Props = { report: Report; fileName: string; onBack: () => void; onClose: (importId: string | null) => void }

function useColumns(): Column<RowError>[] {
  const t = useT('imports')
  return [
    { id: 'row', header: t('columns.row'), width: '80px', align: 'right', cell: (error) => countText(error.row) },
    { id: 'field', header: t('mapping.field'), width: '160px', cell: (error) => fieldName(error.field) },
    { id: 'reason', header: t('columns.problems'), width: 'minmax(200px, 1fr)', cell: reasonText },
  ]
}

/** The refused rows are those of a dry run of the same file: what was accepted is only compared. */
function useErrorFile({ kind, input }: Report) {
  const t = useT('imports')
  const language = useLanguage()
  const [job, setJob] = useState<string | null>(null)
  const save = async () => {
    const place = await shell('shell.pickSave', { purpose: 'errors', suggested: `${t('run.errorsName')}.csv` })
    if (!place.ok) return tellFailure(place.failure)
    if (!place.value) return
    const id = newJob()
    setJob(id)
    const result = await call(
      IMPORTS[kind],
      { ...input, dryRun: true, errorsOut: place.value.token, language },
      { job: id },
    )
    setJob(null)
    if (result.ok) tellDone(t('run.savedErrors'))
    else tellFailure(result.failure)
  }
  return { job, save }
}

/** The counts of an import, its first problems, and the file of refused rows. */
export function Result({ report, fileName, onBack, onClose }: Props) {
  const t = useT('imports')
  const ui = useT('ui')
  const errorFile = useErrorFile(report)
  const { counts, importId } = report
  const actions = (
    <>
      {counts.rejected > 0 && (
        <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => void errorFile.save()}>
          {t('run.saveErrors')}
        </Button>
      )}
      <Button variant="default" onClick={onBack}>
        {t('run.back')}
      </Button>
      {importId !== null && (
        <Button variant="default" leftSection={<IconListDetails size={15} />} onClick={() => onClose(importId)}>
          {t('run.showChanges')}
        </Button>
      )}
      <Button onClick={() => onClose(null)}>{ui('actions.done')}</Button>
    </>
  )
  return (
    <div className="page">
      <PageHeader title={t(importId === null ? 'run.checked' : 'run.done')} subtitle={fileName} actions={actions} />
      <div className={styles.counts} role="status">
        <StatCard label={t('columns.read')} value={countText(counts.read)} />
        <StatCard label={t('columns.created')} value={countText(counts.created)} tone="good" />
        <StatCard label={t('columns.updated')} value={countText(counts.updated)} />
        <StatCard label={t('columns.unchanged')} value={countText(counts.unchanged)} />
        <StatCard
          label={t('columns.rejected')}
          value={countText(counts.rejected)}
          tone={counts.rejected > 0 ? 'bad' : 'neutral'}
        />
      </div>
      {counts.errors.length > 0 && <Problems errors={counts.errors} />}
      <ProgressDialog job={errorFile.job} title={t('run.savingErrors')} />
    </div>
  )
}

function Problems({ errors }: { errors: readonly RowError[] }) {
  const t = useT('imports')
  return (
    <DataTable
      label={t('columns.problems')}
      columns={useColumns()}
      rows={rowsOf(errors)}
      rowKey={(error) => `${error.row} ${error.field}`}
      foot={t('run.firstErrors', { count: countText(errors.length) })}
    />
  )
}
