import { useMemo } from 'react'
import type { WorkflowDefinition } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { type Edge, layOut, type Place } from '../layout.ts'
import { useNameOf } from '../use-name-of.ts'
import styles from './workflow.module.css'

const WIDTH = 416
const ROW = 68
const BOX = { width: 118, height: 38 }
/** From the middle of one place to the middle of the next. */
const SLOT = 142
const TOP = 8

type Props = {
  definition: WorkflowDefinition
  /** Open cases by state. */
  counts: ReadonlyMap<string, number>
  chosen: string | null
  onChoose: (state: string) => void
}

type Point = { x: number; y: number }

/** The stages as boxes in rows, the steps as lines between them; ways back are dashed. */
export function Diagram({ definition, counts, chosen, onChoose }: Props) {
  const t = useT('workflow')
  const nameOf = useNameOf()
  const drawn = useMemo(() => layOut(definition), [definition])
  const corner = new Map(drawn.places.map((place) => [place.id, cornerOf(place)]))
  const height = TOP * 2 + drawn.rows * ROW
  return (
    <section
      className={styles.diagram}
      style={{ width: WIDTH, height }}
      aria-label={t('diagram', { name: nameOf(definition.name) })}
    >
      <svg width={WIDTH} height={height} aria-hidden="true">
        <defs>
          <marker
            id="step"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0 L8 4 L0 8 z" className={styles.head} />
          </marker>
        </defs>
        {drawn.edges.map((edge) => {
          const [from, to] = [corner.get(edge.from), corner.get(edge.to)]
          const isNear = edge.from === chosen || edge.to === chosen
          return from && to && (!edge.isAside || isNear) ? (
            <path
              key={`${edge.from} ${edge.to}`}
              d={lineOf(edge, from, to)}
              className={styles.line}
              data-back={edge.isBack || undefined}
              data-near={isNear || undefined}
              markerEnd="url(#step)"
            />
          ) : null
        })}
      </svg>
      {definition.states.map(({ id, name, isFinal }) => {
        const at = corner.get(id)
        const count = counts.get(id)
        return at ? (
          <button
            key={id}
            type="button"
            className={styles.box}
            style={{ left: at.x, top: at.y, width: BOX.width, height: BOX.height }}
            data-final={isFinal || undefined}
            data-many={drawn.fromMany.has(id) || undefined}
            aria-pressed={id === chosen}
            onClick={() => onChoose(id)}
          >
            <span>{nameOf(name)}</span>
            {count ? <small>{count}</small> : null}
          </button>
        ) : null
      })}
    </section>
  )
}

function cornerOf({ row, offset }: Place): Point {
  return { x: WIDTH / 2 + offset * SLOT - BOX.width / 2, y: TOP + row * ROW }
}

/** Down to the next row straight; past other rows in a bow, on the left when it leads on and on the right when back. */
function lineOf({ isBack }: Edge, from: Point, to: Point): string {
  const middle = BOX.width / 2
  const isNext = !isBack && to.y - from.y <= ROW
  if (isNext) {
    const [x1, y1, x2, y2] = [from.x + middle, from.y + BOX.height, to.x + middle, to.y - 1]
    return `M${x1} ${y1} C${x1} ${y1 + 14} ${x2} ${y2 - 14} ${x2} ${y2}`
  }
  const side = isBack ? 1 : -1
  const edge = (corner: Point) => corner.x + (isBack ? BOX.width : 0)
  const reach = 24 + Math.abs(to.y - from.y) * 0.16
  const [x1, y1, x2, y2] = [edge(from), from.y + BOX.height / 2, edge(to) + side, to.y + BOX.height / 2]
  return `M${x1} ${y1} C${x1 + side * reach} ${y1} ${x2 + side * reach} ${y2} ${x2} ${y2}`
}
