import { ActionIcon, Button, Popover, TextInput } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { RevealedField } from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { useCommand } from '../../use-command.ts'
import styles from '../members.module.css'
import { localPhone } from '../phone.ts'

type Props = { id: MemberId; field: RevealedField; contactId?: string; masked: string; label: string }

/** A masked number that is shown in full for a while, for a reason that goes into the audit log (S3-132). */
export function Masked({ id, field, contactId, masked, label }: Props) {
  const t = useT('members')
  const reveal = useCommand('members.reveal', { quiet: true })
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<{ value: string; hideAfterMs: number } | null>(null)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), shown.hideAfterMs)
    return () => clearTimeout(timer)
  }, [shown])
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    const result = await reveal.run({ id, field, reason, ...(contactId === undefined ? {} : { contactId }) })
    if (!result.ok) return
    setShown(result.value)
    setAsking(false)
    setReason('')
  }
  // Escape closes this question, not the file behind it.
  const closeQuestion = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setAsking(false)
  }
  if (masked === '') return '—'
  if (shown !== null) {
    return (
      <span className={`${styles.masked} num`}>
        {localPhone(shown.value)}
        <ActionIcon
          size={20}
          variant="subtle"
          color="gray"
          aria-label={t('reveal.hide')}
          onClick={() => setShown(null)}
        >
          <IconEyeOff size={14} />
        </ActionIcon>
      </span>
    )
  }
  return (
    <span className={`${styles.masked} num`}>
      {localPhone(masked)}
      <Popover opened={isAsking} onChange={setAsking} trapFocus withArrow shadow="md" width={290}>
        <Popover.Target>
          <ActionIcon
            size={20}
            variant="subtle"
            color="gray"
            aria-label={t('reveal.action', { field: label })}
            onClick={() => setAsking(!isAsking)}
          >
            <IconEye size={14} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown onKeyDown={closeQuestion}>
          <form className={styles.form} onSubmit={(event) => void ask(event)}>
            <TextInput
              label={t('reveal.reason')}
              description={t('reveal.text')}
              placeholder={t('reveal.reasonHint')}
              value={reason}
              maxLength={200}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <FailureAlert failure={reveal.failure} />
            <Button type="submit" loading={reveal.isBusy}>
              {t('reveal.show')}
            </Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </span>
  )
}
