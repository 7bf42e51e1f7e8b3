import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { failureText } from '../failure-text.ts'
import { useT } from '../i18n/use-t.ts'
import styles from './parts.module.css'

type Props = {
  failure: Failure | undefined
  /** What to say in place of the failure's own sentence, where a page knows more. */
  text?: string | undefined
  onRetry?: () => void
}

/** A failure's sentence in place, with a way to try again; nothing when there is none. */
export function FailureAlert({ failure, ...rest }: Props) {
  return failure && <Told failure={failure} {...rest} />
}

function Told({ failure, text, onRetry }: Props & { failure: Failure }) {
  const t = useT('ui')
  const ref = useRef<HTMLDivElement>(null)
  // The button goes with the failure: whoever pressed it is not left without a place.
  useLayoutEffect(() => {
    const told = ref.current
    return () => {
      if (told?.contains(document.activeElement))
        told.closest<HTMLElement>('[role=dialog], #content')?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <Alert
      ref={ref}
      color="red"
      variant="light"
      role="alert"
      p="xs"
      className={styles.failure ?? ''}
      icon={<IconAlertTriangle size={16} />}
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span>{text ?? failureText(failure)}</span>
        {onRetry && (
          <Button size="compact-xs" variant="default" onClick={onRetry}>
            {t('actions.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
