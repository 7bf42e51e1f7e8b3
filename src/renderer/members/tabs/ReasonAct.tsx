import { Button, Popover, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import styles from '../members.module.css'

type Props = {
  label: string
  /** What exactly is done, for screen readers. */
  name: string
  reasonLabel: string
  isBusy: boolean
  variant?: 'default' | 'filled'
  /** Answers whether it was done; the question stays open when it was not. */
  onDo: (reason: string) => Promise<boolean>
}

/** An act that asks for a reason first. */
export function ReasonAct({ label, name, reasonLabel, isBusy, variant = 'default', onDo }: Props) {
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await onDo(reason))) return
    setAsking(false)
    setReason('')
  }
  // Escape closes this question, not the file behind it.
  const closeQuestion = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setAsking(false)
  }
  return (
    <Popover opened={isAsking} onChange={setAsking} trapFocus withArrow shadow="md" width={290}>
      <Popover.Target>
        <Button size="compact-xs" variant={variant} aria-label={name} onClick={() => setAsking(!isAsking)}>
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown onKeyDown={closeQuestion}>
        <form className={styles.form} onSubmit={(event) => void submit(event)}>
          <TextInput
            label={reasonLabel}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" loading={isBusy} disabled={reason.trim() === ''}>
            {label}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
