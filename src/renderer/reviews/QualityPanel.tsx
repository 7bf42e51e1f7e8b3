import { Button, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type FormEvent, useState } from 'react'
import type { CaseId } from '../../shared/ids.ts'
import { REVIEW_STATE_NAMES } from '../../shared/reviews/words.ts'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { StateBadge } from '../ui/badges.tsx'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { go } from '../ui/navigation.ts'
import { tellDone } from '../ui/notify.ts'
import record from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { TextArea } from '../ui/TextArea.tsx'
import { useName } from '../ui/use-name.ts'
import { InstantText } from '../ui/values.tsx'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import styles from './parts/reviews.module.css'
import { STATE_TONES } from './words.ts'

/** How a closed complaint was judged, and for leads the ways to judge it or pick it for study (S2-135, S2-139). */
export function QualityPanel({ caseId, kind, isOpen }: CasePanelProps) {
  const isClosed = kind === 'complaint' && !isOpen
  return isClosed ? <Panel caseId={caseId} /> : null
}

function Panel({ caseId }: { caseId: CaseId }) {
  const t = useT('reviews')
  const nameOf = useName()
  const isAgent = useSession((state) => state.user?.role) === 'agent'
  const query = useQuery('reviews.list', { caseId }, { topics: ['reviews'], clearOnChange: true })
  const [isPicking, picking] = useDisclosure(false)
  const rows = query.data ?? []
  const [newest] = rows
  return (
    <CasePanel
      title={t('casePanel.title')}
      summary={newest ? t('casePanel.summary', { count: rows.length, total: newest.total }) : t('casePanel.none')}
      isEmpty={newest === undefined}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <ul className={record.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.line}>
            <Button size="compact-xs" variant="subtle" onClick={() => go('reviews', { id: row.id })}>
              {t('points', { points: row.total })}
            </Button>
            <StateBadge tone={STATE_TONES[row.state]} label={nameOf(REVIEW_STATE_NAMES[row.state])} />
            <span className={styles.faint}>
              {row.reviewerName} · <InstantText at={row.reviewedAt} />
            </span>
          </li>
        ))}
      </ul>
      {!isAgent && (
        <div className={record.actions}>
          <Button size="compact-sm" onClick={() => go('reviews', { caseId })}>
            {t('judge')}
          </Button>
          <Button size="compact-sm" variant="default" aria-expanded={isPicking} onClick={picking.toggle}>
            {t('study.pick')}
          </Button>
        </div>
      )}
      {isPicking && <PickForm caseId={caseId} />}
    </CasePanel>
  )
}

function PickForm({ caseId }: { caseId: CaseId }) {
  const t = useT('reviews')
  const [title, setTitle] = useState('')
  const [reason, setReason] = useState('')
  const [lessons, setLessons] = useState('')
  const pick = useCommand('reviews.pickStudy')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const picked = await pick.run({ caseId, title, reason, lessons })
    if (!picked.ok) return
    tellDone(t('study.picked'))
    go('reviews', { tab: 'studies', studyId: picked.value.id })
  }
  return (
    <form className={record.form} onSubmit={(event) => void submit(event)}>
      <TextInput
        label={t('study.title')}
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={t('study.reason')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'reviews-pick-form-lessons', subject: caseId }}
        className={record.wide ?? ''}
        label={t('study.lessons')}
        minRows={2}
        maxLength={4000}
        value={lessons}
        onChange={(event) => setLessons(event.currentTarget.value)}
      />
      <KeepLines kind="reviews-pick-lines" subject={caseId} />
      <div className={`${record.wide} ${record.buttons}`}>
        <Button type="submit" loading={pick.isBusy} disabled={title.trim() === '' || reason.trim() === ''}>
          {t('study.pick')}
        </Button>
      </div>
    </form>
  )
}
