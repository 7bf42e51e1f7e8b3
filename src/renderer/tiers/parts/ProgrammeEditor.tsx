import { Button, NumberInput, Select } from '@mantine/core'
import { useState } from 'react'
import { TIER_PERIODS, type TierLevel } from '../../../shared/tiers/model.ts'
import type { StoredProgramme } from '../../../shared/tiers/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { TierBadge } from '../../ui/badges.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { DayField } from '../../ui/fields.tsx'
import { today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { periodText } from '../rule-text.ts'
import styles from '../tiers.module.css'
import { RuleEditor } from './RuleEditor.tsx'

type Props = { base: StoredProgramme; onDone: (made: StoredProgramme | null) => void }
type Part = TierLevel['upgrade']

/** A qualification with its period. */
function PartEditor({ part, label, onChange }: { part: Part; label: string; onChange: (part: Part) => void }) {
  const t = useT('tiers')
  return (
    <div className={styles.rule}>
      <Select
        label={`${label} · ${t('rule.period')}`}
        w={180}
        allowDeselect={false}
        data={TIER_PERIODS.map((period) => ({ value: period, label: periodText(period) }))}
        value={part.period}
        onChange={(value) =>
          onChange({ ...part, period: TIER_PERIODS.find((period) => period === value) ?? part.period })
        }
      />
      <RuleEditor rule={part.rule} label={label} onChange={(rule) => onChange({ ...part, rule })} />
    </div>
  )
}

/** Changes the thresholds of a programme; what comes of it is a new version from a day on. */
export function ProgrammeEditor({ base, onDone }: Props) {
  const t = useT('tiers')
  const ui = useT('ui')
  const [levels, setLevels] = useState(base.policy.levels)
  const [validityMonths, setMonths] = useState(base.policy.validityMonths)
  const [from, setFrom] = useState(today())
  const activate = useCommand('tiers.activate', { quiet: true })
  const save = async () => {
    const result = await activate.run({ policyId: base.id, effectiveFrom: from, changes: { levels, validityMonths } })
    if (!result.ok) return
    tellDone(t('programme.activated'))
    onDone(result.value)
  }
  const change = (index: number, part: Partial<TierLevel>) =>
    setLevels(levels.map((old, at) => (at === index ? { ...old, ...part } : old)))
  return (
    <>
      <div className={styles.line}>
        <strong>{t('edit.title')}</strong>
        <span className={styles.dim}>{t('edit.hint')}</span>
        <div className={`${styles.line} ${styles.push}`}>
          <Button variant="default" onClick={() => onDone(null)}>
            {ui('actions.cancel')}
          </Button>
          <Button loading={activate.isBusy} onClick={() => void save()}>
            {t('edit.save')}
          </Button>
        </div>
      </div>
      <div className={styles.condition}>
        <NumberInput
          label={t('edit.upgradeMonths')}
          w={140}
          min={1}
          max={120}
          value={validityMonths.upgrade}
          onChange={(value) => setMonths({ ...validityMonths, upgrade: Number(value) || 1 })}
        />
        <NumberInput
          label={t('edit.retainMonths')}
          w={140}
          min={1}
          max={120}
          value={validityMonths.retain}
          onChange={(value) => setMonths({ ...validityMonths, retain: Number(value) || 1 })}
        />
        <DayField
          label={t('programme.effectiveFrom')}
          w={160}
          value={from}
          min={today()}
          onChange={(day) => setFrom(day ?? today())}
        />
      </div>
      <div className={styles.scroll}>
        {levels.map((level, index) => (
          <div key={level.tier} className={styles.editLevel}>
            <TierBadge tier={level.tier} />
            <PartEditor
              part={level.upgrade}
              label={t('programme.upgrade')}
              onChange={(upgrade) => change(index, { upgrade })}
            />
            <PartEditor
              part={level.retain}
              label={t('programme.retain')}
              onChange={(retain) => change(index, { retain })}
            />
          </div>
        ))}
      </div>
      <FailureAlert failure={activate.failure} />
    </>
  )
}
