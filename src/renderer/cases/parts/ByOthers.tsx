import { Alert, Button, Group } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CaseView } from '../../../shared/cases/views.ts'
import { useT } from '../../i18n/use-t.ts'
import type { ChangedField } from '../../ui/case-on-page.ts'
import { dateTimeText } from '../../ui/formats.ts'
import styles from './page.module.css'
import { useEventWords } from './Trail.tsx'
import type { Meanwhile } from './use-meanwhile.ts'

type Props = {
  view: CaseView
  meanwhile: Pick<Meanwhile, 'others'>
  /** Why what is written can no longer be recorded; nothing while it still can. */
  refusal?: string | undefined
  /** What of the form they changed, where it began with what was recorded: applying then merges. */
  changed?: readonly ChangedField[] | undefined
  /** True for one of several forms on the page: it takes the focus from its own form alone. */
  isInPanel?: boolean
  onApply: () => void
  onDrop: () => void
}

/** What others did while a form was filled in: who, when and what; the form is kept until it is applied or dropped. */
export function ByOthers({ view, meanwhile, refusal, changed, isInPanel = false, onApply, onDrop }: Props) {
  const t = useT('cases')
  const wordsOf = useEventWords(view)
  const applying = useRef<HTMLButtonElement>(null)
  const dropping = useRef<HTMLButtonElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const last = meanwhile.others.at(-1)?.seq
  useEffect(() => {
    // Whoever writes on is not torn from the text; whoever just handed it in stands on a button that waits for them.
    const { activeElement: at } = document
    const isElsewhere = isInPanel && at !== document.body && !box.current?.closest('form, fieldset')?.contains(at)
    if (last !== undefined && !isElsewhere && at?.closest('input, textarea') === null)
      (applying.current ?? dropping.current)?.focus()
  }, [last, isInPanel])
  if (meanwhile.others.length === 0) return null
  const ways = changed && changed.length > 0 ? MERGING : HOLDING
  return (
    <Alert
      ref={box}
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
      {changed && <Changed fields={changed} />}
      <p>{refusal === undefined ? t(ways.kept) : t('meanwhile.refused', { why: refusal })}</p>
      <Group justify="flex-end" gap="xs">
        <Button ref={dropping} size="compact-sm" variant="default" onClick={onDrop}>
          {t(ways.drop)}
        </Button>
        {refusal === undefined && (
          <Button ref={applying} size="compact-sm" onClick={onApply}>
            {t(ways.apply)}
          </Button>
        )}
      </Group>
    </Alert>
  )
}

const HOLDING = { kept: 'meanwhile.kept', apply: 'meanwhile.apply', drop: 'meanwhile.drop' } as const
const MERGING = { kept: 'meanwhile.merging', apply: 'meanwhile.merge', drop: 'meanwhile.takeTheirs' } as const

/** What the others made of the fields of the form; what both changed is marked. */
function Changed({ fields }: { fields: readonly ChangedField[] }) {
  const t = useT('cases')
  if (fields.length === 0) return null
  return (
    <>
      <span className={styles.faint}>{t('meanwhile.changed')}</span>
      <ul aria-label={t('meanwhile.changed')}>
        {fields.map(({ label, theirs, isBoth }) => (
          <li key={label} className={styles.text}>
            <span className={styles.faint}>{label}</span> {theirs === '' ? t('meanwhile.emptied') : theirs}
            {isBoth && <strong> {t('meanwhile.both')}</strong>}
          </li>
        ))}
      </ul>
    </>
  )
}
