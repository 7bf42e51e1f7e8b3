import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CallId, CaseId, MemberId, UserId } from '../../shared/ids.ts'
import { HOUR, type Instant } from '../../shared/time.ts'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { MomentField } from '../ui/MomentField.tsx'
import { tellDone } from '../ui/notify.ts'
import { PersonField } from '../ui/PersonField.tsx'
import styles from '../ui/record.module.css'
import { useCommand } from '../use-command.ts'

/** The matter in which something is promised: one of the three. */
export type PromiseAbout = { caseId: CaseId } | { callId: CallId } | { memberId: MemberId }

type Props = { about: PromiseAbout; onDone: () => void }

/** Records what was promised: what, by when, by whom. */
export function MakeForm({ about, onDone }: Props) {
  const t = useT('promises')
  const u = useT('ui')
  const me = useSession((session) => session.user?.id ?? null)
  const [text, setText] = useState('')
  const [dueAt, setDue] = useState<Instant | null>(Date.now() + 4 * HOUR)
  const [ownerId, setOwner] = useState<UserId | null>(me)
  const make = useCommand('promises.make', { quiet: true })
  const isReady = text.trim() !== '' && dueAt !== null
  const save = async () => {
    if (!isReady || make.isBusy) return
    if (!(await make.run({ ...about, text, dueAt, ownerId })).ok) return
    tellDone(t('saved'))
    onDone()
  }
  return (
    <form
      noValidate
      className={styles.form}
      aria-label={t('make')}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {make.failure && (
        <div className={styles.wide}>
          <FailureAlert failure={make.failure} />
        </div>
      )}
      <TextInput
        className={styles.wide ?? ''}
        label={t('text')}
        placeholder={t('textHint')}
        withAsterisk
        data-autofocus
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={make.fieldErrors.text}
      />
      <MomentField label={t('due')} withAsterisk value={dueAt} onChange={setDue} error={make.fieldErrors.dueAt} />
      <PersonField label={t('owner')} value={ownerId} onChange={setOwner} />
      <KeepLines kind="promise-lines" subject={Object.values(about).join(' ')} />
      <div className={`${styles.wide} ${styles.buttons}`}>
        <Button variant="default" onClick={onDone}>
          {u('actions.cancel')}
        </Button>
        <Button type="submit" loading={make.isBusy} disabled={!isReady}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
