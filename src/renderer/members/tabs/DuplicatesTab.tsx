import { type MergeView, SAME_NAMES, type Same, type Suggestion } from '../../../shared/duplicates/model.ts'
import type { MemberId } from '../../../shared/ids.ts'
import { LEAD_ROLES } from '../../../shared/roles.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { localPhone } from '../phone.ts'
import { ReasonAct } from './ReasonAct.tsx'

/** Files that look like the same person's, and merges that can be undone at any time. */
export function DuplicatesTab({ memberId }: { memberId: MemberId }) {
  const t = useT('people')
  const role = useSession((state) => state.user?.role)
  const mayMerge = LEAD_ROLES.some((one) => one === role)
  const query = useQuery('duplicates.of', { memberId }, { clearOnChange: true, topics: ['members'] })
  const { data } = query
  return (
    <>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Section title={t('duplicates.suggestions')}>
        {!mayMerge && <p className={record.faint}>{t('duplicates.leadOnly')}</p>}
        {data?.suggestions.length === 0 && <p className={record.faint}>{t('duplicates.none')}</p>}
        <ul className={record.list}>
          {data?.suggestions.map((one) => (
            <Suggested key={one.file.id} winnerId={data.leadsTo?.id ?? memberId} suggestion={one} mayMerge={mayMerge} />
          ))}
        </ul>
      </Section>
      <Section title={t('duplicates.merged')}>
        {data?.merges.length === 0 && <p className={record.faint}>{t('duplicates.noMerges')}</p>}
        <ul className={record.list}>
          {data?.merges.map((one) => (
            <Merge key={one.id} merge={one} mayUndo={mayMerge} />
          ))}
        </ul>
      </Section>
    </>
  )
}

function useSameText(): (same: readonly Same[]) => string {
  const t = useT('people')
  const nameOf = useName()
  return (same) => t('duplicates.same', { same: same.map((one) => nameOf(SAME_NAMES[one])).join('、') })
}

type SuggestedProps = { winnerId: MemberId; suggestion: Suggestion; mayMerge: boolean }

function Suggested({ winnerId, suggestion: { file, same, score }, mayMerge }: SuggestedProps) {
  const t = useT('people')
  const sameText = useSameText()
  const merge = useCommand('duplicates.merge')
  const join = async (reason: string) => {
    if (!(await merge.run({ winnerId, loserId: file.id, reason })).ok) return false
    tellDone(t('duplicates.done'))
    return true
  }
  return (
    <li>
      <div className={record.line}>
        <strong>{file.name}</strong>
        <TierBadge tier={file.tier} />
        <span className="num">{file.card}</span>
        <span className={`${record.faint} num`}>{localPhone(file.maskedMobile)}</span>
        <StateBadge tone={score >= 60 ? 'warn' : 'info'} label={t('duplicates.score', { score })} />
        {mayMerge && (
          <span className={record.push}>
            <ReasonAct
              label={t('duplicates.merge')}
              name={t('duplicates.mergeOf', { card: file.card, name: file.name })}
              reasonLabel={t('duplicates.reason')}
              isBusy={merge.isBusy}
              onDo={join}
            />
          </span>
        )}
      </div>
      <div className={record.faint}>{sameText(same)}</div>
    </li>
  )
}

function Merge({ merge, mayUndo }: { merge: MergeView; mayUndo: boolean }) {
  const t = useT('people')
  const sameText = useSameText()
  const undo = useCommand('duplicates.undo')
  const { id, winner, loser, same, reason, mergedAt, mergedByName, undoneAt, undoneByName, undoReason } = merge
  const part = async (why: string) => {
    if (!(await undo.run({ id, reason: why })).ok) return false
    tellDone(t('duplicates.undone'))
    return true
  }
  return (
    <li>
      <div className={record.line}>
        <span className="num">
          {loser.card} → {winner.card}
        </span>
        <strong>{winner.name}</strong>
        <StateBadge
          tone={undoneAt === null ? 'good' : 'neutral'}
          label={undoneAt === null ? t('duplicates.standing') : t('duplicates.parted')}
        />
        {mayUndo && undoneAt === null && (
          <span className={record.push}>
            <ReasonAct
              label={t('duplicates.undo')}
              name={t('duplicates.undoOf', { card: loser.card })}
              reasonLabel={t('duplicates.undoReason')}
              isBusy={undo.isBusy}
              onDo={part}
            />
          </span>
        )}
      </div>
      <div className={record.faint}>
        {t('duplicates.by', { name: mergedByName, time: dateTimeText(mergedAt), reason })}
        {same.length > 0 && ` · ${sameText(same)}`}
      </div>
      {undoneAt !== null && (
        <div className={record.faint}>
          {t('duplicates.undoneBy', { name: undoneByName ?? '', time: dateTimeText(undoneAt), reason: undoReason })}
        </div>
      )}
    </li>
  )
}
