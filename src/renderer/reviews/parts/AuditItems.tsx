import { Anchor, Button, Select } from '@mantine/core'
import { useState } from 'react'
import type { AuditItem, AuditView } from '../../../shared/reviews/audits.ts'
import { ALWAYS_NAMES, FINDING_NAMES, type FindingGrade } from '../../../shared/reviews/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { GRADE_TONES } from '../words.ts'
import styles from './reviews.module.css'

/** S2-138: the sample, case by case, with what was found in each. */
export function AuditItems({ audit }: { audit: AuditView }) {
  const userId = useSession((state) => state.user?.id)
  const isMine = userId === audit.auditorId && audit.state === 'drawn'
  return (
    <ul className={styles.sample}>
      {audit.items.map((item) => (
        <li key={item.id}>
          <Item item={item} audit={audit} isMine={isMine} />
        </li>
      ))}
    </ul>
  )
}

function Item({ item, audit, isMine }: { item: AuditItem; audit: AuditView; isMine: boolean }) {
  const t = useT('reviews')
  const u = useT('ui')
  const nameOf = useName()
  const [isOpen, setOpen] = useState(false)
  const { caseId, callId } = item
  const openIt = () => (caseId === null ? go('calls', { id: callId ?? '' }) : go('cases', { id: caseId }))
  const judge = () =>
    go('reviews', {
      ...(caseId === null ? { callId: callId ?? '' } : { caseId }),
      auditItemId: item.id,
      auditId: audit.id,
    })
  return (
    <div className={flow.stack}>
      <div className={styles.line}>
        <Anchor component="button" type="button" className="num" onClick={openIt}>
          {item.number}
        </Anchor>
        <span>{item.agentName}</span>
        <span className={styles.faint}>{item.why === 'lot' ? t('audit.lot') : nameOf(ALWAYS_NAMES[item.why])}</span>
        {item.grade !== null && <StateBadge tone={GRADE_TONES[item.grade]} label={nameOf(FINDING_NAMES[item.grade])} />}
        {item.total !== null && <span className="num">{t('points', { points: item.total })}</span>}
        {isMine && (
          <span className={`${styles.line} ${flow.push}`}>
            {item.reviewId === null && (
              <Button size="compact-xs" variant="default" onClick={judge}>
                {t('audit.judge')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant={item.grade === null ? 'filled' : 'default'}
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              {item.grade === null ? t('audit.finding') : u('actions.edit')}
            </Button>
          </span>
        )}
      </div>
      {item.finding !== null && <p className={flow.text}>{item.finding}</p>}
      {isMine && isOpen && <Finding item={item} onDone={() => setOpen(false)} />}
    </div>
  )
}

function Finding({ item, onDone }: { item: AuditItem; onDone: () => void }) {
  const t = useT('reviews')
  const nameOf = useName()
  const [grade, setGrade] = useState<FindingGrade>(item.grade ?? 'none')
  const save = useCommand('reviews.finding')
  const send = async (finding: string) => {
    const sent = await save.run({ itemId: item.id, grade, finding })
    if (sent.ok) {
      tellDone(t('done'))
      onDone()
    }
    return sent.ok
  }
  return (
    <TextAct
      keep={{ kind: 'reviews-finding-finding', subject: item.id }}
      label={t('audit.finding')}
      buttons={[{ label: t('audit.saveFinding'), onSend: send, isBusy: save.isBusy, isMain: true }]}
    >
      <Select
        label={t('audit.grade')}
        data={choicesOf(FINDING_NAMES, nameOf)}
        value={grade}
        allowDeselect={false}
        onChange={(value) => value && setGrade(value)}
      />
    </TextAct>
  )
}
