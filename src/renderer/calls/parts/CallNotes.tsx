import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { LiveCall } from '../../../shared/calls/model.ts'
import { TRANSFER_KIND_NAMES } from '../../../shared/calls/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { timeText } from '../../ui/formats.ts'
import { useName } from '../../ui/use-name.ts'
import styles from '../CallDock.module.css'
import { useCalls } from '../store.ts'

/** What stands beside a call: a colleague's note that came with it, an offer that waits, or whether it still goes on. */
export function CallNotes({ call }: { call: LiveCall }) {
  return (
    <>
      <Found call={call} />
      <GivenBy call={call} />
      <Offer call={call} />
    </>
  )
}

/** After a crash, a lock or a power cut: go on, or end the call where its last trace is. */
function Found({ call }: { call: LiveCall }) {
  const t = useT('callDesk')
  const { foundId, show, take, isBusy } = useCalls()
  if (foundId !== call.id) return null
  const { id, lastSignAt } = call
  return (
    <section className={styles.aside} aria-label={t('found.title')}>
      <strong>{t('found.title')}</strong>
      <span className={styles.row}>
        <span className={styles.wide}>{t('found.text', { time: timeText(lastSignAt) })}</span>
        <Button variant="default" onClick={() => show({ foundId: null })}>
          {t('actions.goOn')}
        </Button>
        <Button
          variant="default"
          disabled={isBusy}
          onClick={() => void take('calls.hangUp', { id, endedAt: lastSignAt })}
        >
          {t('actions.wasCut')}
        </Button>
      </span>
    </section>
  )
}

function GivenBy({ call: { givenBy } }: { call: LiveCall }) {
  const t = useT('callDesk')
  const nameOf = useName()
  if (givenBy === null) return null
  const { byName, kind, note, question, process } = givenBy
  return (
    <section className={styles.aside} aria-label={t('detail.givenBy')}>
      <span className={styles.line}>
        <strong>{t('givenBy.title', { name: byName, kind: nameOf(TRANSFER_KIND_NAMES[kind]) })}</strong>
        <span>{note}</span>
      </span>
      <span className={styles.dim}>
        {question !== '' && `${t('givenBy.asked', { text: question })} `}
        {process !== '' && t('givenBy.done', { text: process })}
      </span>
    </section>
  )
}

function Offer({ call: { id, offer } }: { call: LiveCall }) {
  const t = useT('callDesk')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const { take, isBusy } = useCalls()
  if (offer === null) return null
  const desk = offer.toDesk ? deskNames[offer.toDesk] : undefined
  const name = offer.toName ?? (desk ? nameOf(desk) : t('waiting.anybody'))
  return (
    <section className={styles.aside} aria-label={t('detail.givenTo')}>
      <span className={styles.row}>
        <strong className={styles.wide}>{t('transfer.offered', { name })}</strong>
        <Button
          variant="default"
          disabled={isBusy}
          leftSection={<IconArrowBackUp size={15} />}
          onClick={() => void take('calls.withdrawTransfer', { id })}
        >
          {t('actions.withdraw')}
        </Button>
      </span>
    </section>
  )
}
