import { useEffect, useRef } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { URGENCIES } from '../../../shared/cases/words.ts'
import type { StepData } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useQuery } from '../../use-query.ts'
import stages from './stages.module.css'

type Props = { view: CaseView; onPropose: (data: StepData) => void }

/** S2-34: whom the desk proposes by category and urgency; put into the form once, to be changed by hand. */
export function Proposal({ view, onPropose }: Props) {
  const t = useT('cases')
  const { data } = useQuery('workflow.propose', {
    category: view.category,
    urgency: URGENCIES.find((one) => one === view.urgency) ?? 'normal',
    department: view.department,
    ownerId: view.ownerId,
  })
  const isDone = useRef(false)
  useEffect(() => {
    if (!data?.ownerId || isDone.current) return
    isDone.current = true
    onPropose({ ownerId: data.ownerId, department: data.department })
  }, [data, onPropose])
  if (!data?.ownerName) return null
  return (
    <p className={stages.proposal}>
      {t('stage.proposal', { name: data.ownerName, why: t(`stage.proposalWhy.${data.why}`) })}
    </p>
  )
}
