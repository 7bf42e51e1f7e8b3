import { Anchor } from '@mantine/core'
import { useT } from '../../i18n/use-t.ts'
import { countText } from '../../ui/formats.ts'
import styles from '../policies.module.css'

/** Says that a list is cut, and how much there is; nothing where all of it is shown. */
export function Listed({ shown, all }: { shown: number; all: number }) {
  const t = useT('policies')
  if (shown >= all) return null
  return <p className={styles.dim}>{t('backtest.listed', { shown: countText(shown), all: countText(all) })}</p>
}

type CaseProps = { caseId: string; number: string; onOpen: (caseId: string) => void }

/** The number of a case, which opens it. */
export function CaseLink({ caseId, number, onOpen }: CaseProps) {
  return (
    <Anchor component="button" type="button" size="sm" className="mono" onClick={() => onOpen(caseId)}>
      {number}
    </Anchor>
  )
}
