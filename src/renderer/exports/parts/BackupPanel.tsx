import type { BackupRow } from '../../../shared/backups/model.ts'
import { failureText } from '../../failure-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { bytesText, countText, dateTimeText } from '../../ui/formats.ts'
import { InstantText } from '../../ui/values.tsx'
import { BackupDrill } from './BackupDrill.tsx'
import { failureOf, stateOf, tookText } from './backup-words.ts'

type Props = { row: BackupRow; onClose: () => void }

/** One backup: what became of it, what it holds, and the drill that proves it. */
export function BackupPanel({ row, onClose }: Props) {
  const t = useT('backups')
  const title = t('detail', { name: row.fileName })
  const state = stateOf(row)
  const isMade = row.outcome === 'done'
  const facts = [
    { label: t('columns.at'), value: <InstantText at={row.at} /> },
    { label: t('columns.by'), value: row.madeByName ?? t('desk') },
    { label: t('folder'), value: <span className="mono">{row.folder}</span> },
    ...(isMade
      ? [
          { label: t('columns.size'), value: bytesText(row.bytes) },
          { label: t('entries'), value: countText(row.entries) },
          { label: t('sha'), value: <span className="mono">{row.sha256}</span> },
        ]
      : [{ label: t('reason'), value: failureText(failureOf(row)) }]),
    { label: t('took'), value: tookText(row.tookMs) },
  ]
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('state')}>
        <p>{t(`meanings.${state}`, { at: row.removedAt === null ? '' : dateTimeText(row.removedAt) })}</p>
      </Section>
      {state === 'there' && <BackupDrill id={row.id} />}
      <Section title={t('about')}>
        <Facts facts={facts} columns={1} />
      </Section>
    </DetailPanel>
  )
}
