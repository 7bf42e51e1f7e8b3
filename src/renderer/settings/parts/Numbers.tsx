import { NumberInput, Text } from '@mantine/core'
import { type DeskSettings, RING_TIERS } from '../../../shared/settings/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import type { PartProps } from '../Page.tsx'
import { Part } from './Part.tsx'
import styles from './settings.module.css'

type NumberProps = {
  label: string
  unit: string
  min: number
  max: number
  value: number
  onChange: (value: number) => void
  error: string | undefined
}

function WholeNumber({ label, unit, min, max, value, onChange, error }: NumberProps) {
  return (
    <NumberInput
      label={label}
      suffix={` ${unit}`}
      min={min}
      max={max}
      value={value}
      onChange={(next) => typeof next === 'number' && onChange(next)}
      error={error}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
    />
  )
}

type ByTier = DeskSettings['answerWithinByTier']

/** An empty field takes the tier's own number away. */
function withTier(byTier: ByTier, tier: (typeof RING_TIERS)[number], rings: number | string): ByTier {
  const { [tier]: _, ...others } = byTier
  return typeof rings === 'number' ? { ...others, [tier]: rings } : others
}

/** Automatic lock, and when a call counts as answered in time (S3-47). */
export function Numbers({ value, onChange, errors }: PartProps) {
  const t = useT('settings')
  const ui = useT('ui')
  return (
    <>
      <Part title={t('security.title')}>
        <div className={styles.row}>
          <WholeNumber
            label={t('security.autoLock')}
            unit={t('security.minutes')}
            min={1}
            max={240}
            value={value.autoLockMinutes}
            onChange={(autoLockMinutes) => onChange({ autoLockMinutes })}
            error={errors.autoLockMinutes}
          />
        </div>
      </Part>
      <Part title={t('telephone.title')}>
        <div className={styles.row}>
          <WholeNumber
            label={t('telephone.answerWithin')}
            unit={t('telephone.rings')}
            min={1}
            max={20}
            value={value.answerWithinRings}
            onChange={(answerWithinRings) => onChange({ answerWithinRings })}
            error={errors.answerWithinRings}
          />
          <WholeNumber
            label={t('telephone.secondsPerRing')}
            unit={t('telephone.seconds')}
            min={1}
            max={10}
            value={value.secondsPerRing}
            onChange={(secondsPerRing) => onChange({ secondsPerRing })}
            error={errors.secondsPerRing}
          />
        </div>
        <fieldset className={styles.tiers}>
          <legend>{t('telephone.byTier')}</legend>
          {RING_TIERS.map((tier) => (
            <NumberInput
              key={tier}
              label={ui(`tiers.${tier}`)}
              placeholder={t('telephone.asAll', { rings: value.answerWithinRings })}
              suffix={` ${t('telephone.rings')}`}
              min={1}
              max={20}
              value={value.answerWithinByTier[tier] ?? ''}
              onChange={(next) => onChange({ answerWithinByTier: withTier(value.answerWithinByTier, tier, next) })}
              error={errors[`answerWithinByTier.${tier}`]}
              allowDecimal={false}
              allowNegative={false}
              clampBehavior="blur"
            />
          ))}
        </fieldset>
        <Text size="sm" c="dimmed" mt={6}>
          {t('telephone.result', { seconds: value.answerWithinRings * value.secondsPerRing })}
        </Text>
      </Part>
    </>
  )
}
