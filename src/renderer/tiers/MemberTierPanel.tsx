import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState } from 'react'
import type { MemberId } from '../../shared/ids.ts'
import { figureText, measureName, tierName } from '../../shared/tiers/sentences.ts'
import type { TierHistory } from '../../shared/tiers/views.ts'
import { useLanguage, useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { TierBadge } from '../ui/badges.tsx'
import { Section } from '../ui/DetailPanel.tsx'
import { FailureAlert } from '../ui/FailureAlert.tsx'
import { dateText } from '../ui/formats.ts'
import { InstantText } from '../ui/values.tsx'
import { useQuery } from '../use-query.ts'
import { SetTier } from './parts/SetTier.tsx'
import { side } from './rule-text.ts'
import styles from './tiers.module.css'

/** A member's tier on the member's own page: what is missing for the next, and how it came about (S3-42, S3-43). */
export function MemberTierPanel({ memberId }: { memberId: MemberId }) {
  const t = useT('tiers')
  const isManager = useSession((state) => state.user?.role === 'manager')
  const [isShown, setShown] = useState(false)
  const [isSetting, setting] = useDisclosure(false)
  const language = useLanguage()
  // Each look is written down with the member's name, so it waits until it is asked for.
  const query = useQuery(
    'tiers.history',
    { memberId, language },
    { enabled: isShown, clearOnChange: true, topics: ['tiers'] },
  )
  return (
    <Section
      title={t('member.title')}
      actions={
        isManager && (
          <Button size="compact-xs" variant="subtle" onClick={setting.open}>
            {t('member.set')}
          </Button>
        )
      }
    >
      {!isShown && (
        <Button size="compact-xs" variant="default" onClick={() => setShown(true)}>
          {t('member.show')}
        </Button>
      )}
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data && <Progress history={query.data} />}
      <SetTier memberId={memberId} isOpen={isSetting} onClose={setting.close} />
    </Section>
  )
}

function Progress({ history }: { history: TierHistory }) {
  const t = useT('tiers')
  const ui = useT('ui')
  const { next, outlook, changes } = history
  return (
    <>
      {next === null ? (
        <p className={styles.dim}>{t('member.top')}</p>
      ) : (
        <p className={styles.dim}>
          {t('member.next', { tier: tierName(next.tier, side()) })}:{' '}
          {next.checks
            .filter((check) => !check.isMet)
            .map(({ measure, value, atLeast }) =>
              t('member.missing', {
                measure: measureName(measure, side()),
                value: figureText(measure, value, side()),
                atLeast: figureText(measure, atLeast, side()),
              }),
            )
            .join('；')}
        </p>
      )}
      {outlook && (
        <p className={styles.dim}>
          {t('member.outlook', { tier: ui(`tiers.${outlook.tier}`), change: t(`change.${outlook.change}`) })}
        </p>
      )}
      {changes.length === 0 && <p className={styles.dim}>{t('member.noHistory')}</p>}
      <ol className={styles.history} aria-label={t('member.history')}>
        {changes.map((change) => (
          <li key={change.id}>
            <InstantText at={change.at} /> <TierBadge tier={change.from} /> → <TierBadge tier={change.to} />{' '}
            {t(`change.${change.change}`)}
            {change.validUntil !== null && ` · ${t('columns.validUntil')} ${dateText(change.validUntil)}`}
            <div className={styles.dim}>
              {change.text} · {change.actorName}
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}
