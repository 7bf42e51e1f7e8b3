import { Select } from '@mantine/core'
import type { CaseId } from '../../../shared/ids.ts'
import type { FindingView } from '../../../shared/liability/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Props = { caseId: CaseId; finding: FindingView }

/** S4-16: partners that a locked finding names in words only, to be tied to a kept one by a lead. */
export function TieShares({ caseId, finding }: Props) {
  const isLead = useSession((session) => session.user?.role !== 'agent')
  const untied = finding.shares.flatMap(({ kind, name, partnerId }, i) =>
    kind === 'partner' && partnerId === null ? [{ name, bearer: i + 1 }] : [],
  )
  if (!isLead || finding.status !== 'final' || untied.length === 0) return null
  return untied.map((one) => <Tie key={one.bearer} caseId={caseId} version={finding.version} {...one} />)
}

function Tie({ caseId, version, name, bearer }: { caseId: CaseId; version: number; name: string; bearer: number }) {
  const t = useT('liability')
  const { data: kept = [] } = useQuery('partners.list', { isEndedToo: true }, { topics: ['products'] })
  const tie = useCommand('liability.tie')
  const choose = async (partnerId: string | null) => {
    if (partnerId === null) return
    if ((await tie.run({ id: caseId, version, bearer, partnerId })).ok) tellDone(t('said.tied'))
  }
  if (kept.length === 0) return null
  return (
    <Select
      label={t('tie', { name })}
      description={t('tieHint')}
      searchable
      disabled={tie.isBusy}
      value={null}
      data={kept.map((one) => ({ value: one.id, label: one.name }))}
      onChange={(value) => void choose(value)}
    />
  )
}
