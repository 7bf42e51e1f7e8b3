import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PromiseView } from '../../shared/promises/contract.ts'
import { useT } from '../i18n/use-t.ts'
import styles from '../ui/record.module.css'
import { MakeForm, type PromiseAbout } from './MakeForm.tsx'
import { PromiseItem } from './PromiseItem.tsx'

type Props = {
  about: PromiseAbout
  all: readonly PromiseView[]
  canMake?: boolean
  withCase?: boolean
  /** Begins with the form, for a place that was opened to record one. */
  opensForm?: boolean
}

/** The promises of one matter, those to be kept first, and the way to record another. */
export function Promised({ about, all, canMake = true, withCase = false, opensForm = false }: Props) {
  const t = useT('promises')
  const [isMaking, making] = useDisclosure(opensForm)
  return (
    <>
      <ul className={styles.list} aria-label={t('title')}>
        {all.map((promise) => (
          <li key={promise.id}>
            <PromiseItem promise={promise} withCase={withCase} />
          </li>
        ))}
      </ul>
      {canMake && isMaking && <MakeForm about={about} onDone={making.close} />}
      {canMake && !isMaking && (
        <div className={styles.actions}>
          <Button size="compact-sm" variant="default" onClick={making.open}>
            {t('make')}
          </Button>
        </div>
      )}
    </>
  )
}
