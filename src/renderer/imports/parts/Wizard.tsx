import { Alert, Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportReport, Inspection } from '../../../shared/imports/model.ts'
import { call, shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { bytesText } from '../../ui/formats.ts'
import { useShortcut } from '../../ui/keys.ts'
import { tellFailure } from '../../ui/notify.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { newJob, ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../imports.module.css'
import { type Choices, choicesOf, mappingOf, warningsOf } from '../mapping-form.ts'
import { MappingFields } from './MappingFields.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { type Report, Result } from './Result.tsx'

/** The file that was chosen: a token stands for it, and what it turned out to be. */
type Chosen = { token: string; bytes: number; about: Inspection; sheet: string | undefined }

function useChosenFile() {
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [choices, setChoices] = useState<Choices>({})
  const [isReading, setReading] = useState(false)

  const inspect = async (token: string, bytes: number, sheet?: string) => {
    setReading(true)
    const about = await call('imports.inspect', sheet === undefined ? { file: token } : { file: token, sheet })
    setReading(false)
    if (!about.ok) return tellFailure(about.failure)
    setChosen({ token, bytes, about: about.value, sheet })
    setChoices(choicesOf(about.value.proposal.mapping))
  }
  const choose = async () => {
    const picked = await shell('shell.pickFile', { purpose: 'members' })
    if (!picked.ok) tellFailure(picked.failure)
    else if (picked.value) await inspect(picked.value.token, picked.value.bytes)
  }
  const chooseSheet = async (sheet: string) => {
    if (chosen) await inspect(chosen.token, chosen.bytes, sheet)
  }
  return { chosen, choices, setChoices, isReading, choose, chooseSheet }
}

function useImport() {
  const language = useLanguage()
  const [job, setJob] = useState<{ id: string; dryRun: boolean } | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const run = async (input: { file: string; mapping: ReturnType<typeof mappingOf> }, dryRun: boolean) => {
    const id = newJob()
    setJob({ id, dryRun })
    const result = await call('imports.members', { ...input, dryRun, language }, { job: id })
    setJob(null)
    if (!result.ok) return tellFailure(result.failure)
    const { id: importId, ...counts }: ImportReport & { id: string | null } = result.value
    setReport({ importId, counts, input })
  }
  return { job, report, run, clear: () => setReport(null) }
}

type Props = { onClose: (importId: string | null) => void }

/** Choose a file, say what its columns mean, see what would come of it, import it. */
export function Wizard({ onClose }: Props) {
  const t = useT('imports')
  const ui = useT('ui')
  const { chosen, choices, setChoices, isReading, choose, chooseSheet } = useChosenFile()
  const { job, report, run, clear } = useImport()
  const mapping = mappingOf(choices, chosen?.sheet)
  const [settled] = useDebouncedValue(JSON.stringify(mapping), 300)
  const hasCard = Object.hasOwn(mapping.columns, 'card')
  const preview = useQuery(
    'imports.preview',
    { file: chosen?.token ?? '', mapping: JSON.parse(settled), rows: 100 },
    { enabled: chosen !== null && hasCard },
  )
  const isReady = chosen !== null && hasCard && (preview.data?.problems.length ?? 1) === 0
  const start = (dryRun: boolean) => {
    if (chosen && isReady) void run({ file: chosen.token, mapping }, dryRun)
  }
  useShortcut({ id: 'imports.run', keys: 'mod+enter', label: t('run.start'), group: t('title') }, () => start(false))
  const warnings = warningsOf(mapping)

  const actions = (
    <>
      {chosen && (
        <Button variant="default" loading={isReading} onClick={() => void choose()}>
          {t('file.other')}
        </Button>
      )}
      <Button variant="default" onClick={() => onClose(null)}>
        {ui('actions.close')}
      </Button>
    </>
  )
  const dialog = <ProgressDialog job={job?.id ?? null} title={t(job?.dryRun ? 'run.checking' : 'run.running')} />
  if (!chosen) {
    return (
      <div className="page">
        <PageHeader title={t('start')} actions={actions} />
        <EmptyState
          title={t('file.none')}
          action={
            <Button autoFocus leftSection={<IconFileSpreadsheet size={15} />} loading={isReading} onClick={() => void choose()}>
              {t('file.choose')}
            </Button>
          }
        />
      </div>
    )
  }
  if (report) {
    return (
      <div className="page">
        <PageHeader title={report.importId === null ? t('run.checked') : t('run.done')} subtitle={chosen.about.fileName} />
        <Result report={report} onBack={clear} onClose={onClose} />
        {dialog}
      </div>
    )
  }
  const { about } = chosen
  return (
    <div className="page">
      <PageHeader title={t('start')} subtitle={about.fileName} actions={actions}>
        <div className={styles.facts}>
          <span className={styles.dim}>{bytesText(chosen.bytes)}</span>
          {about.kind === 'csv' && (
            <span className={styles.dim}>
              {t('file.encoding')}: {about.encoding.toUpperCase()}
            </span>
          )}
          {about.sheets.length > 1 && (
            <Select
              aria-label={t('file.sheet')}
              data={about.sheets}
              value={chosen.sheet ?? about.sheets[0] ?? null}
              allowDeselect={false}
              onChange={(sheet) => sheet !== null && void chooseSheet(sheet)}
            />
          )}
        </div>
      </PageHeader>
      {(warnings.noName || warnings.noMonth) && (
        <Alert color="yellow" variant="light" p="xs">
          {[warnings.noName && t('mapping.noName'), warnings.noMonth && t('mapping.month')].filter(Boolean).join(' ')}
        </Alert>
      )}
      <div className={styles.work}>
        <MappingFields about={about} choices={choices} onChange={setChoices} />
        <PreviewTable query={preview} headers={about.headers} mapping={mapping} isWaiting={!hasCard} />
      </div>
      <div className={styles.foot}>
        <Button variant="default" disabled={!isReady} onClick={() => start(true)}>
          {t('run.check')}
        </Button>
        <Button disabled={!isReady} onClick={() => start(false)}>
          {t('run.start')}
        </Button>
      </div>
      {dialog}
    </div>
  )
}
