import { Alert, Anchor, Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { CARE_KIND_NAMES } from '../../shared/care/words.ts'
import type { WorkItem } from '../../shared/outreach/contract.ts'
import { ANSWER_NAMES, ANSWERS, type Answer, CAMPAIGN_OCCASION_NAMES } from '../../shared/outreach/words.ts'
import { KeepLines } from '../drafts/KeepLines.tsx'
import { failureText } from '../failure-text.ts'
import { useT } from '../i18n/use-t.ts'
import { TierBadge } from '../ui/badges.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { useShortcut } from '../ui/keys.ts'
import { go } from '../ui/navigation.ts'
import { tellDone } from '../ui/notify.ts'
import record from '../ui/record.module.css'
import { useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'
import styles from './outreach.module.css'

/** Whom one has to contact now, one after the other: who it is, what to say, and one key for each answer. */
export function WorkList() {
  const t = useT('outreach')
  const query = useQuery('outreach.work', {}, { topics: ['messages', 'cases', 'members'] })
  const [next, ...others] = query.data ?? []
  return (
    <div className="scroll">
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data && !next && <EmptyState title={t('work.empty')} text={t('work.emptyText')} />}
      {next && (
        <div className={styles.work}>
          <section className={styles.card} aria-label={t('work.next')}>
            <Contact key={next.careId} item={next} />
          </section>
          <section aria-label={t('work.also')}>
            <h2 className={record.part}>{t('work.also')}</h2>
            {others.length === 0 && <div className={record.faint}>{t('none')}</div>}
            <ul className={record.list}>
              {others.map(({ careId, memberName, tier, campaignName, refusedBy }) => (
                <li key={careId} className={record.line}>
                  <TierBadge tier={tier} />
                  <span>{memberName}</span>
                  <span className={record.faint}>{campaignName}</span>
                  {refusedBy !== null && <span className={record.late}>—</span>}
                </li>
              ))}
            </ul>
          </section>
        </div>
      )}
    </div>
  )
}

function Contact({ item }: { item: WorkItem }) {
  const t = useT('outreach')
  const nameOf = useName()
  const [note, setNote] = useState('')
  const answer = useCommand('outreach.answer')
  const isRefused = item.refusedBy !== null
  const give = async (one: Answer) => {
    if (answer.isBusy || (isRefused && one !== 'optedOut')) return
    const done = await answer.run({ careId: item.careId, answer: one, note })
    if (done.ok) tellDone(t('work.saved', { answer: nameOf(ANSWER_NAMES[one]), left: done.value.left }))
  }
  const { refusedBy, refusedParams } = item
  return (
    <>
      <div className={styles.person}>
        <TierBadge tier={item.tier} />
        <strong>{item.memberName}</strong>
        <span className="num">{item.phoneMasked}</span>
        <Anchor component="button" type="button" size="sm" onClick={() => go('members', { id: item.memberId })}>
          {t('work.openMember')}
        </Anchor>
      </div>
      <div className={record.faint}>
        {item.campaignName} · {nameOf(CAMPAIGN_OCCASION_NAMES[item.occasion])} · {nameOf(CARE_KIND_NAMES[item.kind])}
        {item.tries > 0 && ` · ${t('work.tries', { count: item.tries })}`}
      </div>
      <p className={styles.brief}>{item.brief}</p>
      {refusedBy !== null && (
        <Alert color="orange" mb="xs">
          {t('work.refused', { reason: failureText({ code: 'RULE', rule: refusedBy, params: refusedParams }) })}
        </Alert>
      )}
      <TextInput
        label={t('work.note')}
        placeholder={t('work.noteHint')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <KeepLines kind="outreach-work-lines" subject={item.careId} />
      <div className={styles.answers}>
        {ANSWERS.map((one, i) => (
          <AnswerButton
            key={one}
            answer={one}
            place={i + 1}
            isOff={isRefused && one !== 'optedOut'}
            onGive={() => void give(one)}
          />
        ))}
      </div>
      <div className={record.faint}>{t('work.keys')}</div>
    </>
  )
}

type AnswerProps = { answer: Answer; place: number; isOff: boolean; onGive: () => void }

function AnswerButton({ answer, place, isOff, onGive }: AnswerProps) {
  const t = useT('outreach')
  const nameOf = useName()
  const label = nameOf(ANSWER_NAMES[answer])
  const keys = `${place}`
  useShortcut({ id: `outreach.${answer}`, keys, label, group: t('title') }, onGive, !isOff)
  return (
    <Button variant="default" disabled={isOff} rightSection={<KeyHint keys={keys} />} onClick={onGive}>
      {label}
    </Button>
  )
}
