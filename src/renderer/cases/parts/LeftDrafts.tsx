import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { dateTimeText } from '../../ui/formats.ts'
import { type Kept, kept, STEP_DRAFT, stepSubject } from '../step-draft.ts'
import styles from './page.module.css'
import { useEventWords } from './Trail.tsx'
import { useMeanwhile } from './use-meanwhile.ts'
import { useRecordedText } from './use-recorded-text.ts'

type Left = { subject: string; form: Kept }

/** What a person wrote for a step that others have meanwhile made impossible: nothing typed is lost unseen. */
export function LeftDrafts({ view }: { view: CaseView }) {
  const [left, setLeft] = useState<readonly Left[]>([])
  const { id } = view
  // Asked once, when the case is opened: what is written later stands in its own form.
  const [possible] = useState(() => new Set(view.nextActions.map((action) => stepSubject(id, action.id))))
  useEffect(() => {
    let isCurrent = true
    void leftOf(id, possible).then((found) => isCurrent && setLeft(found))
    return () => {
      isCurrent = false
    }
  }, [id, possible])
  const drop = (subject: string) => {
    setLeft(left.filter((one) => one.subject !== subject))
    void call('drafts.remove', { kind: STEP_DRAFT, subject })
  }
  return left.map(({ subject, form }) => (
    <LeftForm key={subject} view={view} form={form} onDrop={() => drop(subject)} />
  ))
}

/** The person's drafts of steps of a case that are not possible now. */
async function leftOf(id: string, possible: ReadonlySet<string>): Promise<Left[]> {
  const list = await call('drafts.list', {})
  if (!list.ok) return []
  const own = list.value.filter(
    ({ kind, subject }) => kind === STEP_DRAFT && subject.startsWith(stepSubject(id, '')) && !possible.has(subject),
  )
  const drafts = await Promise.all(own.map(({ kind, subject }) => call('drafts.load', { kind, subject })))
  return drafts.flatMap((draft, i) => {
    const form = draft.ok && draft.value ? kept.safeParse(JSON.parse(draft.value.body)) : undefined
    const subject = own[i]?.subject
    return form?.success && subject ? [{ subject, form: form.data }] : []
  })
}

function LeftForm({ view, form, onDrop }: { view: CaseView; form: Kept; onDrop: () => void }) {
  const t = useT('cases')
  const linesOf = useRecordedText(view)
  const wordsOf = useEventWords(view)
  const { others } = useMeanwhile(view, form.seq)
  return (
    <Alert
      className={styles.changed ?? ''}
      color="orange"
      variant="light"
      role="alert"
      p="xs"
      title={t('meanwhile.title')}
    >
      <ul aria-label={t('meanwhile.title')}>
        {others.map((event) => (
          <li key={event.seq}>
            {t('meanwhile.line', {
              who: event.actorName,
              at: dateTimeText(event.recordedAt),
              what: wordsOf(event).title,
            })}
          </li>
        ))}
      </ul>
      <p>{t('meanwhile.refused', { why: t('meanwhile.gone') })}</p>
      {linesOf(form.data)
        .filter(({ value }) => value !== '')
        .map(({ label, value }) => (
          <div key={label} className={styles.text}>
            <span className={styles.faint}>{label}</span> {value}
          </div>
        ))}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDrop}>
          {t('meanwhile.drop')}
        </Button>
      </Group>
    </Alert>
  )
}
