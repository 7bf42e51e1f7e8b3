import type { CompensationRule, Formula } from '../../../shared/compensation/policy.ts'
import { INPUT_NAMES } from '../../../shared/compensation/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { moneyText } from '../../ui/formats.ts'
import styles from '../../ui/record.module.css'
import { type NameOf, useName } from '../../ui/use-name.ts'
import { YuanField } from '../../ui/YuanField.tsx'

type Props = { rules: readonly CompensationRule[]; isOpen: boolean; onChange: (rules: CompensationRule[]) => void }

/** A formula in figures: 延误分钟数 ≥ 240: ¥200.00 · ≥ 480: ¥400.00. */
function formulaText(formula: Formula, nameOf: NameOf): string {
  switch (formula.type) {
    case 'bands':
      return `${nameOf(INPUT_NAMES[formula.input])} ${formula.bands.map(({ from, fen }) => `≥ ${from}: ${moneyText(fen)}`).join(' · ')}`
    case 'perUnit':
      return `${nameOf(INPUT_NAMES[formula.input])} × ${moneyText(formula.fenEach)}${formula.maxFen === null ? '' : ` ≤ ${moneyText(formula.maxFen)}`}`
    case 'percent':
      return `${nameOf(INPUT_NAMES[formula.input])} × ${formula.percent}%`
    case 'free':
      return ''
  }
}

/** S2-155 S2-166: the tariff with its sources; amounts can be changed. */
export function Tariff({ rules, isOpen, onChange }: Props) {
  const t = useT('compensation')
  const nameOf = useName()
  const change = (rule: CompensationRule, formula: Formula) =>
    onChange(rules.map((one) => (one === rule ? { ...rule, formula } : one)))
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <li key={rule.id}>
          <div className={styles.line}>
            <strong>{nameOf(rule.name)}</strong>
            {rule.isStatutory && <StateBadge tone="info" label={t('statutory')} />}
            <span className={styles.faint}>{t(`policy.sourceOf.${rule.source.mark}`)}</span>
          </div>
          <div className="num">{formulaText(rule.formula, nameOf)}</div>
          {rule.source.note && <div className={styles.faint}>{nameOf(rule.source.note)}</div>}
          {isOpen && !rule.isStatutory && <Amounts rule={rule} onChange={(formula) => change(rule, formula)} />}
        </li>
      ))}
    </ul>
  )
}

function Amounts({ rule, onChange }: { rule: CompensationRule; onChange: (formula: Formula) => void }) {
  const nameOf = useName()
  const { formula } = rule
  if (formula.type === 'bands')
    return (
      <div className={styles.line}>
        {formula.bands.map((band) => (
          <YuanField
            key={band.from}
            label={`≥ ${band.from}`}
            aria-label={`${nameOf(rule.name)} ≥ ${band.from}`}
            value={band.fen}
            onChange={(fen) =>
              onChange({
                ...formula,
                bands: formula.bands.map((one) => (one === band ? { ...band, fen: fen ?? 0 } : one)),
              })
            }
          />
        ))}
      </div>
    )
  if (formula.type !== 'perUnit') return null
  return (
    <YuanField
      aria-label={nameOf(rule.name)}
      w={160}
      value={formula.fenEach}
      onChange={(fen) => onChange({ ...formula, fenEach: fen ?? 0 })}
    />
  )
}
