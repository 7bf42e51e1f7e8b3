import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import styles from './page.module.css'
import { useEventWords } from './Trail.tsx'
import type { Meanwhile } from './use-meanwhile.ts'

type Props = {
  view: CaseView
  meanwhile: Pick<Meanwhile, 'others'>
  /** Why what is written can no longer be recorded; nothing while it still can. */
  refusal?: string | undefined
  onApply: () => void
  onDrop: () => void
}

/** What others did while a form was filled in: who, when and what; the form is kept until it is applied or dropped. */
export function ByOthers({ view, meanwhile, refusal, onApply, onDrop }: Props) {
  const t = useT('cases')
  const wordsOf = useEventWords(view)
  const applying = useRef<HTMLButtonElement>(null)
  const dropping = useRef<HTMLButtonElement>(null)
  const last = meanwhile.others.at(-1)?.seq
  useEffect(() => {
    // Whoever writes on is not torn from the text; whoever just handed it in stands on a button that waits for them.
    if (last !== undefined && document.activeElement?.closest('input, textarea') === null)
      (applying.current ?? dropping.current)?.focus()
  }, [last])
  if (meanwhile.others.length === 0) return null
  return (
    <Alert
      className={styles.changed ?? ''}
      color="orange"
      variant="light"
      role="alert"
      p="xs"
      mt="xs"
      title={t('meanwhile.title')}
    >
      <ul aria-label={t('meanwhile.title')}>
        {meanwhile.others.map((event) => {
          const { title, body } = wordsOf(event)
          return (
            <li key={event.seq}>
              {t('meanwhile.line', { who: event.actorName, at: dateTimeText(event.recordedAt), what: title })}
              {body}
            </li>
          )
        })}
      </ul>
      <p>{refusal === undefined ? t('meanwhile.kept') : t('meanwhile.refused', { why: refusal })}</p>
      <Group justify="flex-end" gap="xs">
        <Button ref={dropping} size="compact-sm" variant="default" onClick={onDrop}>
          {t('meanwhile.drop')}
        </Button>
        {refusal === undefined && (
          <Button ref={applying} size="compact-sm" onClick={onApply}>
            {t('meanwhile.apply')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
