import { Checkbox, NumberInput } from '@mantine/core'
import { type DeskSettings, RING_TIERS } from '../../../shared/settings/contract.ts'
import { useT } from '../../i18n/use-t.ts'
import type { PartProps } from '../Page.tsx'
import { Part } from './Part.tsx'
import styles from './settings.module.css'

type ByTier = DeskSettings['callBackMinutesByTier']

/** An empty field takes the tier's own number away. */
function withTier(byTier: ByTier, tier: (typeof RING_TIERS)[number], minutes: number | string): ByTier {
  const { [tier]: _, ...others } = byTier
  return typeof minutes === 'number' ? { ...others, [tier]: minutes } : others
}

const WHOLE = { allowDecimal: false, allowNegative: false, clampBehavior: 'blur' } as const

/** How soon whoever was not answered is called back, when that is given up, and whether a telephone system announces calls. */
export function CallBacks({ value, onChange, errors }: PartProps) {
  const t = useT('settings')
  const ui = useT('ui')
  return (
    <Part title={t('callBacks.title')}>
      <div className={styles.row}>
        <NumberInput
          {...WHOLE}
          label={t('callBacks.within')}
          suffix={` ${t('security.minutes')}`}
          min={1}
          max={1440}
          value={value.callBackMinutes}
          onChange={(next) => typeof next === 'number' && onChange({ callBackMinutes: next })}
          error={errors.callBackMinutes}
        />
        <NumberInput
          {...WHOLE}
          label={t('callBacks.tries')}
          min={1}
          max={10}
          value={value.callBackTries}
          onChange={(next) => typeof next === 'number' && onChange({ callBackTries: next })}
          error={errors.callBackTries}
        />
      </div>
      <fieldset className={styles.tiers}>
        <legend>{t('callBacks.byTier')}</legend>
        {RING_TIERS.map((tier) => (
          <NumberInput
            {...WHOLE}
            key={tier}
            label={ui(`tiers.${tier}`)}
            placeholder={t('callBacks.asAll', { minutes: value.callBackMinutes })}
            suffix={` ${t('security.minutes')}`}
            min={1}
            max={1440}
            value={value.callBackMinutesByTier[tier] ?? ''}
            onChange={(next) => onChange({ callBackMinutesByTier: withTier(value.callBackMinutesByTier, tier, next) })}
            error={errors[`callBackMinutesByTier.${tier}`]}
          />
        ))}
      </fieldset>
      <Checkbox
        mt="sm"
        label={t('callBacks.links')}
        description={t('callBacks.linksHint')}
        checked={value.callLinks}
        onChange={(event) => onChange({ callLinks: event.currentTarget.checked })}
      />
    </Part>
  )
}
