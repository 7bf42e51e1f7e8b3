import { Loader } from '@mantine/core'
import { useT } from '../i18n/use-t.ts'

/** Fills the place of what is being read, and says so. */
export function Waiting() {
  const t = useT('ui')
  return (
    <div className="waiting" role="status" aria-label={t('states.loading')}>
      <Loader size="sm" />
    </div>
  )
}
