import type { Failure } from '../../../shared/failure.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'

/** Why an export was not made; of a cancelled one also where its finished parts wait. */
export function ExportAlert({ failure }: { failure: Failure | undefined }) {
  const t = useT('unfinishedExports')
  return <FailureAlert failure={failure} text={failure?.code === 'CANCELLED' ? t('cancelled') : undefined} />
}
