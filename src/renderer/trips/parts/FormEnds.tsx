import { Button } from '@mantine/core'
import type { Failure } from '../../../shared/failure.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import record from '../../ui/record.module.css'

type Props = { save: string; failure: Failure | undefined; isBusy: boolean; isReady?: boolean; onCancel: () => void }

/** The end of a form in place: what was refused, and the two ways out. */
export function FormEnds({ save, failure, isBusy, isReady = true, onCancel }: Props) {
  const u = useT('ui')
  return (
    <>
      {failure && (
        <div className={record.wide}>
          <FailureAlert failure={failure} />
        </div>
      )}
      <div className={`${record.wide} ${record.buttons}`}>
        <Button variant="subtle" onClick={onCancel}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={isBusy} disabled={!isReady}>
          {save}
        </Button>
      </div>
    </>
  )
}
