import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { MEMBER_TIER_NAMES, TIER_MEASURES, type TierMeasure, type TierRule } from '../../../shared/tiers/model.ts'
import { MEASURE_NAMES } from '../../../shared/tiers/sentences.ts'
import { useT } from '../../i18n/use-t.ts'
import { side } from '../rule-text.ts'
import styles from '../tiers.module.css'

type Props = { rule: TierRule; label: string; onChange: (rule: TierRule) => void }

/** Money is stored in fen and written in yuan. */
const scaleOf = (measure: TierMeasure) => (measure.endsWith('Fen') ? 100 : 1)

type FigureProps = { label: string; measure: TierMeasure; value: number; onChange: (value: number) => void }

function Figure({ label, measure, value, onChange }: FigureProps) {
  const scale = scaleOf(measure)
  return (
    <NumberInput
      label={label}
      w={140}
      min={0}
      thousandSeparator=","
      decimalScale={scale === 1 ? 0 : 2}
      value={value / scale}
      onChange={(next) => onChange(Math.round(Number(next || 0) * scale))}
    />
  )
}

type MeasureProps = { value: TierMeasure; onChange: (measure: TierMeasure) => void }

function Measure({ value, onChange }: MeasureProps) {
  const t = useT('tiers')
  return (
    <Select
      label={t('rule.measure')}
      w={170}
      allowDeselect={false}
      data={TIER_MEASURES.map((measure) => ({ value: measure, label: MEASURE_NAMES[measure][side()] }))}
      value={value}
      onChange={(next) => onChange(TIER_MEASURES.find((measure) => measure === next) ?? value)}
    />
  )
}

/** One qualification to change: its figures, its parts, and how they combine (S3-34). */
export function RuleEditor({ rule, label, onChange }: Props) {
  const t = useT('tiers')
  if ('measure' in rule) {
    return (
      <fieldset className={styles.condition} aria-label={label} style={{ border: 0, padding: 0, margin: 0 }}>
        <Measure value={rule.measure} onChange={(measure) => onChange({ ...rule, measure })} />
        <Figure
          label={t('rule.atLeast')}
          measure={rule.measure}
          value={rule.atLeast}
          onChange={(atLeast) => onChange({ ...rule, atLeast })}
        />
      </fieldset>
    )
  }
  if ('levels' in rule) {
    const change = (text: string) => onChange({ levels: text.split(/[,，]/).map((level) => level.trim()) })
    return (
      <TextInput
        label={`${t('rule.level')} (${t('rule.levels')})`}
        value={rule.levels.join(', ')}
        onChange={(event) => change(event.currentTarget.value)}
      />
    )
  }
  if ('yearsInRow' in rule) {
    return (
      <NumberInput
        label={`${t('rule.years')} · ${MEMBER_TIER_NAMES[rule.yearsInRow][side()]}`}
        w={140}
        min={1}
        value={rule.atLeast}
        onChange={(years) => onChange({ ...rule, atLeast: Number(years) || 1 })}
      />
    )
  }
  return 'weighted' in rule ? (
    <Weighted rule={rule} onChange={onChange} />
  ) : (
    <Combined rule={rule} label={label} onChange={onChange} />
  )
}

type WeightedRule = Extract<TierRule, { weighted: unknown }>

function Weighted({ rule, onChange }: { rule: WeightedRule; onChange: (rule: TierRule) => void }) {
  const t = useT('tiers')
  const change = (index: number, part: Partial<WeightedRule['weighted'][number]>) =>
    onChange({ ...rule, weighted: rule.weighted.map((old, at) => (at === index ? { ...old, ...part } : old)) })
  return (
    <div className={styles.rule} data-nested>
      <span className={styles.dim}>{t('rule.weighted')}</span>
      {rule.weighted.map((part, index) => (
        <div key={part.measure} className={styles.condition}>
          <Measure value={part.measure} onChange={(measure) => change(index, { measure })} />
          <Figure
            label={t('rule.per')}
            measure={part.measure}
            value={part.per}
            onChange={(per) => change(index, { per: Math.max(1, per) })}
          />
          <NumberInput
            label={t('rule.weight')}
            w={90}
            min={0}
            value={part.weight}
            onChange={(weight) => change(index, { weight: Number(weight) || 0 })}
          />
        </div>
      ))}
      <NumberInput
        label={t('rule.atLeast')}
        w={140}
        min={0}
        value={rule.atLeast}
        onChange={(atLeast) => onChange({ ...rule, atLeast: Number(atLeast) || 0 })}
      />
    </div>
  )
}

type CombinedRule = Extract<TierRule, { all: unknown } | { any: unknown }>

function Combined({
  rule,
  label,
  onChange,
}: {
  rule: CombinedRule
  label: string
  onChange: (rule: TierRule) => void
}) {
  const t = useT('tiers')
  const isAll = 'all' in rule
  const parts = isAll ? rule.all : rule.any
  const make = (next: TierRule[], all = isAll) => onChange(all ? { all: next } : { any: next })
  return (
    <div className={styles.rule} data-nested>
      <Select
        aria-label={`${label} ${t('rule.combination')}`}
        w={140}
        allowDeselect={false}
        data={[
          { value: 'any', label: t('rule.any') },
          { value: 'all', label: t('rule.all') },
        ]}
        value={isAll ? 'all' : 'any'}
        onChange={(value) => make(parts, value === 'all')}
      />
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no name, and their place is what tells them apart
        <div key={index} className={styles.condition}>
          <RuleEditor
            rule={part}
            label={`${label} ${index + 1}`}
            onChange={(next) => make(parts.map((old, at) => (at === index ? next : old)))}
          />
          {parts.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('rule.remove')} ${index + 1}`}
              onClick={() => make(parts.filter((_, at) => at !== index))}
            >
              <IconX size={15} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconPlus size={13} />}
          onClick={() => make([...parts, { measure: 'totalSpendFen', atLeast: 0 }])}
        >
          {t('rule.add')}
        </Button>
      </div>
    </div>
  )
}
