import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import type { Trend, TrendColumn } from '../../../shared/reports/trend.ts'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import styles from './reports.module.css'

const WIDTH = 1080
const HEIGHT = 150
const FLOOR = 128
const TOP = 14
/** As many labels as stand beside one another without touching. */
const LABELS = 12

type Props = { title: string; trend: Trend }

const rounded = (value: number) => Math.round(value * 10) / 10

/** Numbers over time as columns, or the same numbers as a table; what chance alone does not explain is marked. */
export function ColumnChart({ title, trend }: Props) {
  const t = useT('reports')
  const [isTable, setTable] = useState(false)
  const { control } = trend
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        {control && (
          <span className={styles.faint}>
            {t('chart.usual', {
              mean: rounded(control.mean),
              lower: rounded(control.lower),
              upper: rounded(control.upper),
            })}
          </span>
        )}
        <Button size="compact-xs" variant="subtle" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? 'chart.drawing' : 'chart.table')}
        </Button>
      </figcaption>
      {isTable ? <Table title={title} trend={trend} /> : <Drawing title={title} trend={trend} />}
    </figure>
  )
}

function Drawing({ title, trend: { columns, control, over } }: Props) {
  const t = useT('reports')
  const id = useId()
  const most = Math.max(1, control?.upper ?? 0, ...columns.map(({ value }) => value))
  const step = WIDTH / columns.length
  const every = Math.ceil(columns.length / LABELS)
  const said = ({ key, label, value }: TrendColumn) =>
    `${label} ${value}${over.has(key) ? ` (${t('chart.over')})` : ''}`
  const spoken = `${title}: ${columns.map(said).join(', ')}`
  const level = (value: number) => FLOOR - ((FLOOR - TOP) * value) / most
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
      <title id={id}>{spoken}</title>
      <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      {columns.map(({ key, label, value }, i) => {
        const height = Math.round(((FLOOR - TOP) * value) / most)
        const middle = i * step + step / 2
        return (
          <g key={key}>
            <rect
              data-over={over.has(key) || undefined}
              x={i * step + step * 0.15}
              y={FLOOR - height}
              width={step * 0.7}
              height={height}
              rx="1.5"
            />
            {value > 0 && (
              <text x={middle} y={FLOOR - height - 3} textAnchor="middle">
                {countText(value)}
              </text>
            )}
            {i % every === 0 && (
              <text x={middle} y={HEIGHT - 6} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        )
      })}
      {control && (
        <>
          <line data-level="mean" x1="0" x2={WIDTH} y1={level(control.mean)} y2={level(control.mean)} />
          <line data-level="limit" x1="0" x2={WIDTH} y1={level(control.upper)} y2={level(control.upper)} />
          {control.lower > 0 && (
            <line data-level="limit" x1="0" x2={WIDTH} y1={level(control.lower)} y2={level(control.lower)} />
          )}
        </>
      )}
    </svg>
  )
}

function Table({ title, trend: { columns, over } }: Props) {
  const t = useT('reports')
  return (
    <table className={styles.table} aria-label={title}>
      <tbody>
        {columns.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              {over.has(key) && <span className={styles.mark}>{t('chart.over')}</span>}
            </th>
            <td data-number>{countText(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A share as a bar beside its number; the number says the same in words. */
export function ShareBar({ share }: { share: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden width="100%">
      <rect x="0" y="0" width={Math.max(0, Math.min(1, share)) * 100} height="8" rx="1" />
    </svg>
  )
}
