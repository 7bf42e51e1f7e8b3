import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { TrainingRow } from '../../../shared/training/model.ts'
import { EFFECT_NAMES, TRAINING_KIND_NAMES, TRAINING_WAY_NAMES } from '../../../shared/training/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import flow from '../../ui/flow.module.css'
import { countText, today } from '../../ui/formats.ts'
import { rowsOf } from '../../ui/rows.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText, Money } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { EFFECT_TONES } from '../tones.ts'
import { PlanHead } from './PlanHead.tsx'
import { TrainingForm } from './TrainingForm.tsx'
import { TrainingPanel } from './TrainingPanel.tsx'

function useColumns(isNarrow: boolean): Column<TrainingRow>[] {
  const t = useT('training')
  const nameOf = useName()
  const all: Column<TrainingRow>[] = [
    { id: 'title', header: t('columns.title'), width: 'minmax(140px, 1fr)', cell: (row) => row.title },
    { id: 'kind', header: t('columns.kind'), width: '130px', cell: (row) => nameOf(TRAINING_KIND_NAMES[row.kind]) },
    { id: 'way', header: t('columns.way'), width: '130px', cell: (row) => nameOf(TRAINING_WAY_NAMES[row.way]) },
    {
      id: 'sessions',
      header: t('columns.sessions'),
      width: '84px',
      align: 'right',
      cell: (row) => countText(row.sessions),
    },
    { id: 'next', header: t('columns.next'), width: '140px', cell: (row) => <InstantText at={row.nextAt} /> },
    {
      id: 'attended',
      header: t('columns.attended'),
      width: '110px',
      align: 'right',
      cell: (row) => `${row.attended} / ${row.invited}`,
    },
    {
      id: 'budget',
      header: t('columns.budget'),
      width: '110px',
      align: 'right',
      cell: (row) => <Money fen={row.budgetFen} />,
    },
    {
      id: 'effect',
      header: t('columns.effect'),
      width: '140px',
      cell: (row) =>
        row.effect === null ? (
          '—'
        ) : (
          <StateBadge tone={EFFECT_TONES[row.effect]} label={nameOf(EFFECT_NAMES[row.effect])} />
        ),
    },
  ]
  return isNarrow ? all.filter(({ id }) => ['title', 'next'].includes(id)) : all
}

/** S3-79: the plan of a year and its trainings. */
export function PlanTab({ mayEdit }: { mayEdit: boolean }) {
  const t = useT('training')
  const [year, setYear] = useState(Number(today().slice(0, 4)))
  const [openId, setOpenId] = useState<string | null>(null)
  const [isAdding, setAdding] = useState(false)
  const { data: plan } = useQuery('training.plan', { year }, { topics: ['training'] })
  const close = () => {
    setAdding(false)
    setOpenId(null)
  }
  const added = (id: string) => {
    setAdding(false)
    setOpenId(id)
  }
  const panel = openId === null ? null : <TrainingPanel key={openId} id={openId} onClose={close} />
  const detail = isAdding ? <TrainingForm year={year} known={null} onDone={added} onClose={close} /> : panel
  const columns = useColumns(detail !== null)
  return (
    <>
      <div className={flow.line}>
        <NumberInput
          aria-label={t('year')}
          w={90}
          min={2000}
          max={2200}
          allowDecimal={false}
          value={year}
          onChange={(value) => {
            const asked = Number(value)
            if (asked < 2000 || asked > 2200) return
            setYear(asked)
            close()
          }}
        />
        {mayEdit && plan && (
          <Button className={flow.push ?? ''} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        )}
      </div>
      {plan !== undefined && <PlanHead key={`${year} ${plan?.state}`} year={year} plan={plan} mayEdit={mayEdit} />}
      {plan && (
        <SplitView
          list={
            <DataTable
              label={t('tabs.plan')}
              columns={columns}
              rows={rowsOf(plan.trainings)}
              rowKey={(row) => row.id}
              {...(mayEdit ? { onOpen: (row: TrainingRow) => added(row.id) } : {})}
              openKey={openId ?? undefined}
              empty={<EmptyState title={t('empty')} />}
            />
          }
          detail={detail}
        />
      )}
    </>
  )
}
