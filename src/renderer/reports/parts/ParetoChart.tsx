import { useId } from 'react'
import type { ParetoRow } from '../../../shared/reports/charts.ts'
import type { CauseRow } from '../../../shared/reports/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { percentText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from './reports.module.css'

const WIDTH = 540
const HEIGHT = 132
const FLOOR = 112
const TOP = 14

/** Causes from the most frequent, with the line of what they make together; the table beneath says the same in numbers. */
export function ParetoChart({ rows }: { rows: readonly ParetoRow<CauseRow>[] }) {
  const t = useT('reports')
  const nameOf = useName()
  const id = useId()
  if (rows.length < 2) return null
  const step = WIDTH / rows.length
  const few = rows.filter(({ isVital }) => isVital)
  const share = percentText(few.at(-1)?.cumulative ?? 0)
  const title = t('chart.pareto', { few: few.length, share })
  const heightOf = (value: number) => (FLOOR - TOP) * value
  const dots = rows.map(({ key, cumulative }, i) => ({ key, x: (i + 0.5) * step, y: FLOOR - heightOf(cumulative) }))
  const spoken = rows.map(({ name, cumulative }) => `${nameOf(name)} ${percentText(cumulative)}`).join(', ')
  return (
    <figure className={styles.chart}>
      <figcaption>{title}</figcaption>
      <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
        <title id={id}>{`${title}: ${spoken}`}</title>
        <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
        {rows.map(({ key, share, isVital }, i) => {
          const height = heightOf(share)
          return (
            <g key={key}>
              <rect
                data-rest={!isVital || undefined}
                x={i * step + step * 0.2}
                y={FLOOR - height}
                width={step * 0.6}
                height={height}
                rx="1.5"
              />
              <text x={(i + 0.5) * step} y={HEIGHT - 5} textAnchor="middle">
                {i + 1}
              </text>
            </g>
          )
        })}
        <polyline points={dots.map(({ x, y }) => `${x},${y}`).join(' ')} />
        {dots.map(({ key, x, y }) => (
          <circle key={key} cx={x} cy={y} r="3" />
        ))}
      </svg>
    </figure>
  )
}
