import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import styles from './reports.module.css'

export type ChartColumn = { key: string; label: string; value: number }

const WIDTH = 1080
const HEIGHT = 150
const FLOOR = 128
const TOP = 14
/** As many labels as stand beside one another without touching. */
const LABELS = 12

/** Numbers over time as columns, or the same numbers as a table. */
export function ColumnChart({ title, columns }: { title: string; columns: readonly ChartColumn[] }) {
  const t = useT('reports')
  const [isTable, setTable] = useState(false)
  if (columns.length === 0) return null
  return (
    <figure className={styles.chart}>
      <figcaption>
        {title}
        <Button size="compact-xs" variant="subtle" aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t(isTable ? 'chart.drawing' : 'chart.table')}
        </Button>
      </figcaption>
      {isTable ? <Table title={title} columns={columns} /> : <Drawing title={title} columns={columns} />}
    </figure>
  )
}

function Drawing({ title, columns }: { title: string; columns: readonly ChartColumn[] }) {
  const id = useId()
  const most = Math.max(1, ...columns.map(({ value }) => value))
  const step = WIDTH / columns.length
  const every = Math.ceil(columns.length / LABELS)
  const spoken = `${title}: ${columns.map(({ label, value }) => `${label} ${value}`).join(', ')}`
  return (
    <svg className={styles.drawing} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby={id}>
      <title id={id}>{spoken}</title>
      <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} />
      {columns.map(({ key, label, value }, i) => {
        const height = Math.round(((FLOOR - TOP) * value) / most)
        const middle = i * step + step / 2
        return (
          <g key={key}>
            <rect x={i * step + step * 0.15} y={FLOOR - height} width={step * 0.7} height={height} rx="1.5" />
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
    </svg>
  )
}

function Table({ title, columns }: { title: string; columns: readonly ChartColumn[] }) {
  return (
    <table className={styles.table} aria-label={title}>
      <tbody>
        {columns.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
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
