import { Button, Checkbox, Group, MultiSelect, NumberInput, Select, SimpleGrid } from '@mantine/core'
import { SEVERITIES, SEVERITY_NAMES } from '../../../shared/cases/words.ts'
import { raiseText } from '../../../shared/policies/raise-words.ts'
import { RECEIVER_NAMES } from '../../../shared/policies/words.ts'
import { MOST_REPEAT_DAYS, MOST_REPEATS, type Raise, type RaiseWhen } from '../../../shared/targets/raises.ts'
import { MOST_LEVEL, RECEIVERS } from '../../../shared/targets/receivers.ts'
import { MEMBER_TIER_NAMES, MEMBER_TIERS } from '../../../shared/tiers/model.ts'
import { useT } from '../../i18n/use-t.ts'
import styles from '../policies.module.css'
import { optionsOf, side } from '../words.ts'
import { FieldGroup } from './FieldGroup.tsx'
import { NamePair } from './NamePair.tsx'
import { SourceFields } from './SourceFields.tsx'

type Props = {
  raise: Raise
  place: number
  isWrong: boolean
  onChange: (raise: Raise) => void
  onRemove: () => void
}

/** One raise in the form: which cases, what it lifts, and where that comes from. */
export function RaiseFields({ raise, place, isWrong, onChange, onRemove }: Props) {
  const t = useT('policies')
  const name = t('raises.place', { place })
  return (
    <FieldGroup name={name} hint={raiseText(raise, side())}>
      <NamePair name={raise.name} isWrong={isWrong} onChange={(next) => onChange({ ...raise, name: next })} />
      <WhenFields when={raise.when} onChange={(when) => onChange({ ...raise, when })} />
      <EffectFields raise={raise} onChange={onChange} />
      <SourceFields source={raise.source} onChange={(source) => onChange({ ...raise, source })} />
      <Group justify="space-between" mt={6}>
        <Checkbox
          label={t('editor.enabled')}
          checked={raise.isEnabled}
          onChange={(event) => onChange({ ...raise, isEnabled: event.currentTarget.checked })}
        />
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t('raises.remove', { place })}
          onClick={onRemove}
        >
          {t('editor.remove')}
        </Button>
      </Group>
    </FieldGroup>
  )
}

const picked = <T extends string>(all: readonly T[], values: readonly string[]): T[] =>
  all.filter((one) => values.includes(one))

function WhenFields({ when, onChange }: { when: RaiseWhen; onChange: (when: RaiseWhen) => void }) {
  const t = useT('policies')
  const { severities, tiers, repeats, ...rest } = when
  const put = (next: RaiseWhen) =>
    onChange({
      ...rest,
      ...(next.severities?.length && { severities: next.severities }),
      ...(next.tiers?.length && { tiers: next.tiers }),
      ...(next.repeats && { repeats: next.repeats }),
    })
  return (
    <SimpleGrid cols={4} spacing="sm" verticalSpacing="xs">
      <MultiSelect
        label={t('raises.severities')}
        placeholder={severities ? undefined : t('raises.any')}
        data={optionsOf(SEVERITY_NAMES)}
        value={severities ?? []}
        onChange={(values) => put({ ...when, severities: picked(SEVERITIES, values) })}
      />
      <MultiSelect
        label={t('raises.tiers')}
        placeholder={tiers ? undefined : t('raises.any')}
        data={optionsOf(MEMBER_TIER_NAMES)}
        value={tiers ?? []}
        onChange={(values) => put({ ...when, tiers: picked(MEMBER_TIERS, values) })}
      />
      <NumberInput
        label={t('raises.count')}
        description={t('raises.countHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        min={0}
        max={MOST_REPEATS}
        value={repeats?.count ?? 0}
        onChange={(value) => {
          const count = Math.round(Number(value)) || 0
          put({ ...when, repeats: count === 0 ? undefined : { days: repeats?.days ?? 90, count } })
        }}
      />
      <NumberInput
        label={t('raises.days')}
        min={1}
        max={MOST_REPEAT_DAYS}
        disabled={!repeats}
        value={repeats?.days ?? 90}
        onChange={(value) =>
          repeats && put({ ...when, repeats: { ...repeats, days: Math.round(Number(value)) || repeats.days } })
        }
      />
    </SimpleGrid>
  )
}

function EffectFields({ raise, onChange }: Pick<Props, 'raise' | 'onChange'>) {
  const t = useT('policies')
  return (
    <Group gap="sm" align="start" my={6} className={styles.line ?? ''}>
      <Select
        label={t('raises.levelsUp')}
        w={120}
        allowDeselect={false}
        data={Array.from({ length: MOST_LEVEL + 1 }, (_, n) => String(n))}
        value={String(raise.levelsUp)}
        onChange={(value) => onChange({ ...raise, levelsUp: Number(value ?? raise.levelsUp) })}
      />
      <MultiSelect
        label={t('raises.also')}
        w={260}
        data={optionsOf(RECEIVER_NAMES)}
        value={raise.also}
        onChange={(values) => onChange({ ...raise, also: picked(RECEIVERS, values) })}
      />
      <NumberInput
        label={t('raises.fromPercent')}
        placeholder={t('raises.fromStart')}
        w={150}
        min={1}
        max={1000}
        suffix="%"
        value={raise.fromPercent ?? ''}
        onChange={(value) => {
          const { fromPercent: _, ...rest } = raise
          const percent = Math.round(Number(value))
          onChange(value === '' || !(percent >= 1) ? rest : { ...rest, fromPercent: percent })
        }}
      />
    </Group>
  )
}
