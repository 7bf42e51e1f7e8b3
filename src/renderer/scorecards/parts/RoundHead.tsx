import { Button } from '@mantine/core'
import type { RoundView } from '../../../shared/scorecards/views.ts'
import { ROUND_STATE_NAMES } from '../../../shared/scorecards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { confirmDialog } from '../../ui/confirm.tsx'
import { Facts } from '../../ui/DetailPanel.tsx'
import flow from '../../ui/flow.module.css'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { plain, ROUND_TONES } from '../show.ts'
import styles from './scorecards.module.css'

/** Where a round stands, when what is due, and what can be done next. */
export function RoundHead({ round }: { round: RoundView }) {
  const t = useT('scorecards')
  const nameOf = useName()
  const due = (at: number | null) => (at === null ? '—' : <InstantText at={at} />)
  return (
    <section className={styles.facts} aria-label={t('round.state')}>
      <Facts
        columns={3}
        facts={[
          {
            label: t('round.state'),
            value: <StateBadge tone={ROUND_TONES[round.state]} label={nameOf(ROUND_STATE_NAMES[round.state])} />,
          },
          { label: t('round.counted'), value: due(round.countedAt) },
          { label: t('round.scheme'), value: t('scheme.version', { version: round.schemeVersion }) },
          { label: t('round.selfDue'), value: due(round.selfDueAt) },
          { label: t('round.leadDue'), value: due(round.leadDueAt) },
          { label: t('round.answerDue'), value: due(round.answerDueAt) },
        ]}
      />
      <Spread round={round} />
      {round.frozenAt !== null && (
        <p className={flow.text}>
          {t('round.frozenBy', { name: round.frozenByName ?? '', time: dateTimeText(round.frozenAt) })}{' '}
          <StateBadge tone={round.isWhole ? 'good' : 'bad'} label={t(round.isWhole ? 'round.whole' : 'round.broken')} />{' '}
          <span className="mono">{round.sha256?.slice(0, 16)}</span>
        </p>
      )}
      <Acts round={round} />
    </section>
  )
}

function Spread({ round }: { round: RoundView }) {
  const t = useT('scorecards')
  if (round.leads.length === 0) return null
  return (
    <p className={flow.faint}>
      {[
        t('round.leads'),
        ...round.leads.map(({ name, cards, mean, lowest, highest }) =>
          t('round.leadMean', {
            name,
            count: cards,
            mean: plain(mean),
            lowest: plain(lowest),
            highest: plain(highest),
          }),
        ),
      ].join(' · ')}
    </p>
  )
}

function Acts({ round }: { round: RoundView }) {
  const t = useT('scorecards')
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const { month, state } = round
  const recount = useCommand('scorecards.recount')
  const remind = useCommand('scorecards.remind')
  const calibrate = useCommand('scorecards.calibrate')
  const publish = useCommand('scorecards.publish')
  const freeze = useCommand('scorecards.freeze')
  const done = (answer: { ok: boolean }) => answer.ok && tellDone(t('act.done'))
  const sendReminders = async () => {
    const answer = await remind.run({ month })
    if (answer.ok) tellDone(t('act.reminded', { count: answer.value.reminded }))
  }
  const asked = async (title: string, text: string, act: () => Promise<{ ok: boolean }>) => {
    if (await confirmDialog({ title, text })) done(await act())
  }
  const countAgain = async () => {
    const answer = await recount.run({ month })
    if (answer.ok) tellDone(t('act.recounted'))
  }
  return (
    <div className={styles.push}>
      {(state === 'collecting' || state === 'calibrating') && (
        <Button variant="default" loading={recount.isBusy} onClick={() => void countAgain()}>
          {t('act.recount')}
        </Button>
      )}
      {state === 'collecting' && (
        <>
          <Button variant="default" loading={remind.isBusy} onClick={() => void sendReminders()}>
            {t('act.remind')}
          </Button>
          <Button loading={calibrate.isBusy} onClick={async () => done(await calibrate.run({ month }))}>
            {t('act.calibrate')}
          </Button>
        </>
      )}
      {state === 'calibrating' && isManager && (
        <Button
          loading={publish.isBusy}
          onClick={() => void asked(t('act.publish'), t('act.publishText'), () => publish.run({ month }))}
        >
          {t('act.publish')}
        </Button>
      )}
      {state === 'published' && isManager && (
        <Button
          loading={freeze.isBusy}
          onClick={() => void asked(t('act.freeze'), t('act.freezeText'), () => freeze.run({ month }))}
        >
          {t('act.freeze')}
        </Button>
      )}
    </div>
  )
}
