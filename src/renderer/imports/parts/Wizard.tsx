import { Alert, Button, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ImportKind, Mapping } from '../../../shared/imports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { bytesText } from '../../ui/formats.ts'
import { useShortcut } from '../../ui/keys.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { ProgressDialog } from '../../ui/ProgressDialog.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../imports.module.css'
import { type Choices, mappingOf, warningsOf } from '../mapping-form.ts'
import { type Chosen, useChosenFile, useImport } from '../use-import.ts'
import { MappingFields } from './MappingFields.tsx'
import { PreviewTable } from './PreviewTable.tsx'
import { Result } from './Result.tsx'

type Props = { kind: ImportKind; onClose: (importId: string | null) => void }

/** Choose a file, say what its columns mean, see what would come of it, import it. */
export function Wizard({ kind, onClose }: Props) {
  const t = useT('imports')
  const ui = useT('ui')
  const { chosen, choices, setChoices, isReading, choose, chooseSheet } = useChosenFile(kind)
  const { job, report, run, clear } = useImport(kind)
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
  if (chosen && report)
    return <Result report={report} fileName={chosen.about.fileName} onBack={clear} onClose={onClose} />
  return (
    <div className="page">
      {chosen ? (
        <Mapped
          {...{ kind, chosen, choices, setChoices, actions }}
          onSheet={(sheet) => void chooseSheet(sheet)}
          onRun={(mapping, dryRun) => void run({ file: chosen.token, mapping }, dryRun)}
        />
      ) : (
        <>
          <PageHeader title={t(`starts.${kind}`)} actions={actions} />
          <EmptyState
            title={t('file.none')}
            text={t(`hints.${kind}`)}
            action={
              <Button
                autoFocus
                leftSection={<IconFileSpreadsheet size={15} />}
                loading={isReading}
                onClick={() => void choose()}
              >
                {t('file.choose')}
              </Button>
            }
          />
        </>
      )}
      <ProgressDialog job={job?.id ?? null} title={t(job?.dryRun ? 'run.checking' : 'run.running')} />
    </div>
  )
}

type MappedProps = {
  kind: ImportKind
  chosen: Chosen
  choices: Choices
  setChoices: (choices: Choices) => void
  actions: ReactNode
  onSheet: (sheet: string) => void
  onRun: (mapping: Mapping, dryRun: boolean) => void
}

/** The field by which a file's rows are known again. */
const KEYS: Record<ImportKind, string> = { members: 'card', cases: 'id', calls: 'id' }

/** Columns on the left, what comes of them on the right; changing one shows in the other. */
function Mapped({ kind, chosen, choices, setChoices, actions, onSheet, onRun }: MappedProps) {
  const t = useT('imports')
  const { about, token, sheet } = chosen
  const mapping = mappingOf(choices, sheet)
  const [settled] = useDebouncedValue(JSON.stringify(mapping), 300)
  const keyField = KEYS[kind]
  const hasCard = Object.hasOwn(mapping.columns, keyField)
  const preview = useQuery(
    'imports.preview',
    { file: token, kind, mapping: JSON.parse(settled), rows: 100 },
    { enabled: hasCard },
  )
  const isReady = hasCard && preview.data?.problems.length === 0
  const start = (dryRun: boolean) => {
    if (isReady) onRun(mapping, dryRun)
  }
  useShortcut({ id: 'imports.run', keys: 'mod+enter', label: t('run.start'), group: t('title') }, () => start(false))
  const unknown = new Set(
    preview.data?.reasons.filter(({ reason }) => reason === 'unknown-choice').map(({ field }) => field),
  )
  const buttons = (
    <>
      {actions}
      <Button variant="default" disabled={!isReady} onClick={() => start(true)}>
        {t('run.check')}
      </Button>
      <Button disabled={!isReady} onClick={() => start(false)}>
        {t('run.start')}
      </Button>
    </>
  )
  return (
    <>
      <PageHeader title={t(`starts.${kind}`)} subtitle={about.fileName} actions={buttons}>
        <FileFacts chosen={chosen} onSheet={onSheet} />
      </PageHeader>
      {kind === 'members' && <Warnings mapping={mapping} />}
      <div className={styles.work}>
        <MappingFields kind={kind} about={about} choices={choices} unknown={unknown} onChange={setChoices} />
        <PreviewTable
          query={preview}
          headers={about.headers}
          mapping={mapping}
          isWaiting={!hasCard}
          keyField={keyField}
        />
      </div>
    </>
  )
}

/** Size, encoding, and the sheet of a workbook that has several. */
function FileFacts({ chosen, onSheet }: Pick<MappedProps, 'chosen' | 'onSheet'>) {
  const t = useT('imports')
  const { about, bytes, sheet } = chosen
  return (
    <div className={styles.facts}>
      <span className={styles.dim}>{bytesText(bytes)}</span>
      {about.kind === 'csv' && (
        <span className={styles.dim}>
          {t('file.encoding')}: {about.encoding.toUpperCase()}
        </span>
      )}
      {about.sheets.length > 1 && (
        <Select
          aria-label={t('file.sheet')}
          data={about.sheets}
          value={sheet ?? about.sheets[0] ?? null}
          allowDeselect={false}
          onChange={(value) => value !== null && onSheet(value)}
        />
      )}
    </div>
  )
}

function Warnings({ mapping }: { mapping: Mapping }) {
  const t = useT('imports')
  const { noName, noMonth } = warningsOf(mapping)
  if (!noName && !noMonth) return null
  return (
    <Alert color="yellow" variant="light" p="xs">
      {noName && t('mapping.noName')} {noMonth && t('mapping.month')}
    </Alert>
  )
}
