import { ActionIcon, Button, NumberInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Formula } from '../../../shared/compensation/policy.ts'
import { formulaText } from '../../../shared/compensation/tariff-words.ts'
import { useT } from '../../i18n/use-t.ts'
import { YuanField } from '../../ui/YuanField.tsx'
import styles from '../policies.module.css'
import { side } from '../words.ts'

type Props = { name: string; formula: Formula; onChange: (formula: Formula) => void }

/** The figures of a formula, each in a field of its own. */
export function FormulaFields({ name, formula, onChange }: Props) {
  const t = useT('tariff')
  switch (formula.type) {
    case 'free':
      return <p className={styles.dim}>{formulaText(formula, side())}</p>
    case 'bands':
      return <Bands name={name} formula={formula} onChange={onChange} />
    case 'perUnit':
      return (
        <div className={styles.fields}>
          <YuanField
            label={t('each')}
            aria-label={`${name} ${t('each')}`}
            value={formula.fenEach}
            onChange={(fen) => onChange({ ...formula, fenEach: fen ?? 0 })}
          />
          <Cap name={name} maxFen={formula.maxFen} onChange={(maxFen) => onChange({ ...formula, maxFen })} />
        </div>
      )
    case 'percent':
      return (
        <div className={styles.fields}>
          <NumberInput
            label={t('percent')}
            aria-label={`${name} ${t('percent')}`}
            min={1}
            max={400}
            allowDecimal={false}
            value={formula.percent}
            onChange={(typed) => onChange({ ...formula, percent: Number(typed) || 1 })}
          />
          <Cap name={name} maxFen={formula.maxFen} onChange={(maxFen) => onChange({ ...formula, maxFen })} />
        </div>
      )
  }
}

type CapProps = { name: string; maxFen: number | null; onChange: (maxFen: number | null) => void }

function Cap({ name, maxFen, onChange }: CapProps) {
  const t = useT('tariff')
  return <YuanField label={t('cap')} aria-label={`${name} ${t('cap')}`} value={maxFen} onChange={onChange} />
}

type BandsProps = { name: string; formula: Extract<Formula, { type: 'bands' }>; onChange: (formula: Formula) => void }

function Bands({ name, formula, onChange }: BandsProps) {
  const t = useT('tariff')
  const { bands } = formula
  const put = (at: number, to: Partial<(typeof bands)[number]>) =>
    onChange({ ...formula, bands: bands.map((band, i) => (i === at ? { ...band, ...to } : band)) })
  const last = bands.at(-1) ?? { from: 0, fen: 0 }
  return (
    <>
      {bands.map((band, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is typed over in place, its figures are no key
        <div key={at} className={styles.fields}>
          <NumberInput
            label={t('from')}
            aria-label={`${name} ${t('from')} ${at + 1}`}
            hideControls
            min={0}
            allowDecimal={false}
            value={band.from}
            onChange={(typed) => put(at, { from: Number(typed) || 0 })}
          />
          <YuanField
            label={t('pays')}
            aria-label={`${name} ${t('pays')} ${at + 1}`}
            value={band.fen}
            onChange={(fen) => put(at, { fen: fen ?? 0 })}
          />
          <ActionIcon
            mt={26}
            variant="subtle"
            color="red"
            disabled={bands.length === 1}
            aria-label={t('removeBand', { from: band.from })}
            onClick={() => onChange({ ...formula, bands: bands.filter((_, i) => i !== at) })}
          >
            <IconTrash size={15} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="compact-sm"
        mt={6}
        disabled={bands.length >= 12}
        onClick={() => onChange({ ...formula, bands: [...bands, { from: last.from + 60, fen: last.fen }] })}
      >
        {t('addBand')}
      </Button>
    </>
  )
}
