import type { CaseId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { TextAct } from '../../ui/TextAct.tsx'
import { useCommand } from '../../use-command.ts'
import styles from './surveys.module.css'

type Accepted = { at: number; isAccepted: boolean; text: string; byName: string } | null
type Props = { caseId: CaseId; lastSeq: number; accepted: Accepted; isOpen: boolean }

/** S4-136: the customer's yes or no to the measures that are meant to be taken. */
export function Measures({ caseId, lastSeq, accepted, isOpen }: Props) {
  const t = useT('surveys')
  const save = useCommand('surveys.acceptMeasures')
  const send = (isAccepted: boolean) => async (text: string) => {
    const saved = await save.run({ caseId, isAccepted, text, expectedSeq: lastSeq })
    if (saved.ok) tellDone(t('measures.saved'))
    return saved.ok
  }
  return (
    <section className={styles.answer} aria-label={t('measures.title')}>
      <h3 className={flow.faint}>{t('measures.title')}</h3>
      {accepted && (
        <div className={styles.buttons}>
          <StateBadge
            tone={accepted.isAccepted ? 'good' : 'bad'}
            label={t(accepted.isAccepted ? 'measures.yes' : 'measures.no')}
          />
          <span className={flow.text}>{accepted.text}</span>
          <span className={flow.faint}>
            {t('measures.at', { time: dateTimeText(accepted.at), name: accepted.byName })}
          </span>
        </div>
      )}
      {isOpen && (
        <TextAct
          isOnCase
          keep={{ kind: 'surveys-measures-text', subject: caseId }}
          label={t('measures.text')}
          buttons={[
            { label: t('measures.no'), onSend: send(false), isBusy: save.isBusy },
            { label: t('measures.yes'), onSend: send(true), isBusy: save.isBusy, isMain: true },
          ]}
        />
      )}
    </section>
  )
}
