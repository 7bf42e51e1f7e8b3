import { useState } from 'react'
import type { ExportRow } from '../../../shared/exports/contract.ts'
import { PROFILE_RULES } from '../../../shared/exports/profiles.ts'
import type { Day } from '../../../shared/time.ts'
import { useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { DayField } from '../../ui/fields.tsx'
import { countText, dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'

type Props = { row: ExportRow; onClose: () => void }
type Copy = NonNullable<ExportRow['copy']>

/** One export: what left, for whom, and what became of the copy. */
export function CopyPanel({ row, onClose }: Props) {
  const t = useT('exports')
  const title = t('detail', { name: row.fileName })
  const facts = [
    { label: t('columns.at'), value: <InstantText at={row.at} /> },
    { label: t('columns.actor'), value: row.actorName },
    { label: t('columns.member'), value: row.memberCard ?? '–' },
    { label: t('columns.requester'), value: row.requester },
    { label: t('columns.purpose'), value: row.purpose },
    { label: t('columns.rows'), value: countText(row.rows) },
    { label: t('sha'), value: <span className="mono">{row.sha256}</span> },
    { label: t('head'), value: <span className="mono">{row.head}</span> },
  ]
  return (
    <DetailPanel title={title} label={title} onClose={onClose}>
      {row.copy && <CopySection id={row.id} copy={row.copy} />}
      <Section title={t('columns.file')}>
        <Facts facts={facts} columns={1} />
      </Section>
    </DetailPanel>
  )
}

function CopySection({ id, copy }: { id: string; copy: Copy }) {
  const t = useT('exports')
  const nameOf = useName()
  const facts = [
    { label: t('form.scope'), value: t('scopeOf', { kind: t(`scopes.${copy.scopeKind}`), label: copy.scopeLabel }) },
    { label: t('form.profile'), value: nameOf(PROFILE_RULES[copy.profile].name) },
    { label: t('columns.recipient'), value: copy.recipient },
    { label: t('heldBack'), value: countText(copy.heldBack) },
    { label: t('form.encryption'), value: t(`encryptions.${copy.encryption}`) },
    { label: t('columns.copy'), value: t(`states.${copy.state}`) },
    { label: t('form.destroyBy'), value: copy.destroyBy ? dayText(copy.destroyBy) : '–' },
    ...(copy.approvedBy ? [{ label: t('approvedBy'), value: copy.approvedBy }] : []),
    ...(copy.destroyedOn
      ? [{ label: t('destroyedOn'), value: `${dayText(copy.destroyedOn)} · ${copy.destroyedNote ?? ''}` }]
      : []),
  ]
  return (
    <Section title={t('copy')}>
      <Facts facts={facts} columns={1} />
      {copy.state !== 'destroyed' && <Confirm id={id} />}
    </Section>
  )
}

function Confirm({ id }: { id: string }) {
  const t = useT('exports')
  const [on, setOn] = useState<Day | null>(today())
  const command = useCommand('exports.confirmDestroyed')
  const confirm = async (note: string) => {
    if (on === null) return false
    const result = await command.run({ id, on, note })
    if (result.ok) tellDone(t('confirmed'))
    return result.ok
  }
  return (
    <TextAct
      keep={{ kind: 'exports-confirm-confirm-note', subject: id }}
      label={t('confirmNote')}
      isReady={on !== null}
      buttons={[{ label: t('confirm'), onSend: confirm, isBusy: command.isBusy, isMain: true }]}
    >
      <DayField label={t('destroyedOn')} value={on} onChange={setOn} required />
    </TextAct>
  )
}
