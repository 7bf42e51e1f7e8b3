import { compensationPolicy } from '../../../shared/compensation/policy.ts'
import { targetPolicy } from '../../../shared/targets/model.ts'
import { workflowDefinition } from '../../../shared/workflow/model.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useQuery } from '../../use-query.ts'
import { CompensationEditor } from '../tariff/CompensationEditor.tsx'
import { TargetsEditor } from './TargetsEditor.tsx'
import { WorkflowEditor } from './WorkflowEditor.tsx'

type Props = { id: string; onDone: () => void }

/** Loads a draft and lets it be changed in the form of its kind. */
export function DraftEditor({ id, onDone }: Props) {
  const { data: detail, failure, reload } = useQuery('policies.show', { id })
  if (detail?.kind === 'targets') {
    const start = targetPolicy.safeParse(detail.body)
    if (start.success) return <TargetsEditor key={id} onDone={onDone} detail={detail} start={start.data} />
  }
  if (detail?.kind === 'workflow') {
    const start = workflowDefinition.safeParse(detail.body)
    if (start.success) return <WorkflowEditor key={id} onDone={onDone} detail={detail} start={start.data} />
  }
  if (detail?.kind === 'compensation') {
    const start = compensationPolicy.safeParse(detail.body)
    if (start.success) return <CompensationEditor key={id} onDone={onDone} detail={detail} start={start.data} />
  }
  return <FailureAlert failure={failure} onRetry={reload} />
}
