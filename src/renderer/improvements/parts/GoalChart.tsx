import type { GoalView } from '../../../shared/improvements/goals.ts'
import { useT } from '../../i18n/use-t.ts'
import { dayText, figureText } from '../../ui/formats.ts'
import styles from './improvements.module.css'

const WIDTH = 640
const HEIGHT = 210
const LEFT = 44
const RIGHT = 116
const TOP = 14
const BOTTOM = 26

/** Where each measured value lies between the baseline and the target (S1-69: 65 % to 80 %). */
export function GoalChart({ goal }: { goal: GoalView }) {
  const t = useT('loop')
  const { baseline, target, points, unit, title } = goal
  const values = [target, ...(baseline === null ? [] : [baseline]), ...points.map(({ value }) => value)]
  const spread = Math.max(...values) - Math.min(...values) || 1
  const low = Math.min(...values) - spread * 0.12
  const high = Math.max(...values) + spread * 0.12
  const y = (value: number) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  const days = points.map(({ day }) => Date.parse(day))
  const [first = 0, last = 0] = [Math.min(...days), Math.max(...days)]
  const x = (day: string) => {
    const share = last === first ? 0.5 : (Date.parse(day) - first) / (last - first)
    return LEFT + 10 + share * (WIDTH - LEFT - RIGHT - 20)
  }
  const label = t('goals.chart', {
    title,
    baseline: figureText(baseline, unit),
    target: figureText(target, unit),
    latest: figureText(goal.latest, unit),
  })
  const [start, end] = [points[0], points.at(-1)]
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <line className={styles.axis} x1={LEFT} x2={LEFT} y1={TOP} y2={HEIGHT - BOTTOM} />
      <line className={styles.axis} x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      <Level at={y(target)} className={styles.target} label={t('goals.legendTarget', { value: target })} />
      {baseline !== null && (
        <Level at={y(baseline)} className={styles.baseline} label={t('goals.legendBaseline', { value: baseline })} />
      )}
      <polyline className={styles.line} points={points.map(({ day, value }) => `${x(day)},${y(value)}`).join(' ')} />
      {points.map(({ id, day, value }) => (
        <g key={id}>
          <circle className={styles.dot} cx={x(day)} cy={y(value)} r={3.5} />
          <text x={x(day)} y={y(value) - 8} textAnchor="middle">
            {value}
          </text>
        </g>
      ))}
      {start && (
        <text x={x(start.day)} y={HEIGHT - 9} textAnchor={end === start ? 'middle' : 'start'}>
          {dayText(start.day)}
        </text>
      )}
      {end && end !== start && (
        <text x={x(end.day)} y={HEIGHT - 9} textAnchor="end">
          {dayText(end.day)}
        </text>
      )}
    </svg>
  )
}

function Level({ at, className, label }: { at: number; className: string | undefined; label: string }) {
  return (
    <>
      <line className={className} x1={LEFT} x2={WIDTH - RIGHT} y1={at} y2={at} />
      <text x={WIDTH - RIGHT + 6} y={at + 4}>
        {label}
      </text>
    </>
  )
}
