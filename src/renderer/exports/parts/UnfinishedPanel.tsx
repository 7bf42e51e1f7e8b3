import { PROFILE_RULES } from '../../../shared/exports/profiles.ts'
import type { UnfinishedRow } from '../../../shared/exports/unfinished.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { bytesText, countText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { GoOn } from './GoOn.tsx'

type Props = { row: UnfinishedRow; onClose: () => void }

/** One unfinished export: what would come of going on, and what was asked for. */
export function UnfinishedPanel({ row, onClose }: Props) {
  const t = useT('unfinishedExports')
  const exports = useT('exports')
  const nameOf = useName()
  const { done, state, place } = row
  const title = t('detail', { name: row.fileName })
  const written =
    done && t('doneRows', { files: countText(done.files), all: countText(row.files), rows: countText(done.rows) })
  const facts = [
    { label: t('columns.begunAt'), value: <InstantText at={row.begunAt} /> },
    { label: t('columns.begunBy'), value: row.begunBy },
    { label: t('columns.done'), value: written ?? t('unseen') },
    { label: t('columns.size'), value: done ? bytesText(done.bytes) : t('unseen') },
    { label: t('folder'), value: <span className="mono">{row.folder}</span> },
    { label: t('place'), value: place },
  ]
  const asked = [
    {
      label: exports('form.scope'),
      value: exports('scopeOf', { kind: exports(`scopes.${row.scopeKind}`), label: row.scopeLabel }),
    },
    { label: exports('form.profile'), value: nameOf(PROFILE_RULES[row.profile].name) },
    { label: exports('columns.purpose'), value: row.purpose },
    { label: exports('columns.requester'), value: row.requester },
    { label: exports('columns.recipient'), value: row.recipient },
    { label: exports('form.encryption'), value: exports(`encryptions.${row.encryption}`) },
    { label: t('allRows'), value: countText(row.rows) },
  ]
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      <Section title={t('next')}>
        <p>{t(`meanings.${state}`, { place })}</p>
        <GoOn row={row} />
      </Section>
      <Section title={t('progress')}>
        <Facts facts={facts} columns={1} />
      </Section>
      <Section title={t('what')}>
        <Facts facts={asked} columns={1} />
      </Section>
    </DetailPanel>
  )
}
