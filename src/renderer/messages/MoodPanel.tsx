import { Select } from '@mantine/core'
import { useState } from 'react'
import { MOOD_NAMES, type Mood } from '../../shared/cases/moods.ts'
import { HEATED } from '../../shared/messages/words.ts'
import { useLanguage, useT } from '../i18n/use-t.ts'
import { StateBadge } from '../ui/badges.tsx'
import { CasePanel } from '../ui/CasePanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { tellDone } from '../ui/notify.ts'
import styles from '../ui/record.module.css'
import type { CasePanelProps } from '../ui/slots.ts'
import { TextAct } from '../ui/TextAct.tsx'
import { choicesOf, useName } from '../ui/use-name.ts'
import { useCommand } from '../use-command.ts'
import { useQuery } from '../use-query.ts'

/** S5-67: how the customer feels, and for somebody who is upset the words that help. */
export function MoodPanel({ caseId, lastSeq, isOpen }: CasePanelProps) {
  const t = useT('messages')
  const nameOf = useName()
  const language = useLanguage()
  const query = useQuery('messages.mood', { caseId, language }, { clearOnChange: true, version: lastSeq })
  const { mood = null, scripts = [] } = query.data ?? {}
  const tone = mood !== null && HEATED.includes(mood) ? 'warn' : 'neutral'
  return (
    <CasePanel
      title={t('mood.title')}
      summary={mood === null ? t('mood.none') : <StateBadge tone={tone} label={nameOf(MOOD_NAMES[mood])} />}
      isEmpty={scripts.length === 0}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {scripts.length > 0 && (
        <ul className={styles.list} aria-label={t('mood.scripts')}>
          {scripts.map(({ code, name, text }) => (
            <li key={code}>
              <strong>{nameOf(name)}</strong>
              <div className={styles.text}>{text}</div>
            </li>
          ))}
        </ul>
      )}
      {isOpen && query.data && <MoodForm caseId={caseId} lastSeq={lastSeq} before={mood} />}
    </CasePanel>
  )
}

type FormProps = Pick<CasePanelProps, 'caseId' | 'lastSeq'> & { before: Mood | null }

function MoodForm({ caseId, lastSeq, before }: FormProps) {
  const t = useT('messages')
  const nameOf = useName()
  // What stands on record may change while somebody is writing; what they chose stays.
  const [chosen, setChosen] = useState<Mood | null>(null)
  const mood = chosen ?? before
  const save = useCommand('messages.setMood')
  const send = async (note: string) => {
    if (mood === null) return false
    const { ok } = await save.run({ caseId, mood, note, expectedSeq: lastSeq })
    if (!ok) return false
    setChosen(null)
    tellDone(t('mood.saved'))
    return true
  }
  return (
    <TextAct
      label={t('mood.note')}
      keep={{ kind: 'case-mood', subject: caseId }}
      isReady={mood !== null}
      buttons={[{ label: t('mood.save'), onSend: send, isBusy: save.isBusy, isFree: true }]}
    >
      <Select label={t('mood.label')} data={choicesOf(MOOD_NAMES, nameOf)} value={mood} onChange={setChosen} />
    </TextAct>
  )
}
