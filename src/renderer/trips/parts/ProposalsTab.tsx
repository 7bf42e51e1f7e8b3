import { Button } from '@mantine/core'
import { useState } from 'react'
import type { TripFile, TripOption, TripProposal } from '../../../shared/trips/model.ts'
import {
  ANSWER_KIND_NAMES,
  PROPOSAL_STATE_NAMES,
  TRIP_CHANNEL_NAMES,
  TRIP_STAGES,
} from '../../../shared/trips/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText, moneyText } from '../../ui/formats.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { InstantText, Money } from '../../ui/values.tsx'
import { FIT_TONES, PROPOSAL_TONES } from '../tones.ts'
import styles from '../trips.module.css'
import { AnswerForm } from './AnswerForm.tsx'
import { OfferForm } from './OfferForm.tsx'
import { ProposeForm } from './ProposeForm.tsx'

/** Proposals in versions, each with its options against the budget, and what the customer said (S4-54..56). */
export function ProposalsTab({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const [isWriting, setWriting] = useState(false)
  const isFirst = trip.proposals.length === 0
  const mayWrite = trip.state === 'open' && TRIP_STAGES.indexOf(trip.stage) <= TRIP_STAGES.indexOf('confirmation')
  return (
    <>
      {mayWrite && !isWriting && (
        <div className={styles.next}>
          <Button
            variant={isFirst ? 'filled' : 'default'}
            disabled={trip.sheet.missing.length > 0}
            onClick={() => setWriting(true)}
          >
            {t(isFirst ? 'proposal.add' : 'proposal.addVersion')}
          </Button>
        </div>
      )}
      {isWriting && <ProposeForm trip={trip} onDone={() => setWriting(false)} />}
      {isFirst && <div className={record.faint}>{t('proposal.none')}</div>}
      {trip.answers.length > 0 && <Answers trip={trip} />}
      {trip.proposals.map((proposal) => (
        <Proposal key={proposal.id} trip={trip} proposal={proposal} />
      ))}
    </>
  )
}

function Answers({ trip }: { trip: TripFile }) {
  const t = useT('trips')
  const nameOf = useName()
  return (
    <Section title={t('proposal.answers')} level={2}>
      <ul className={record.list}>
        {trip.answers.toReversed().map((one) => (
          <li key={one.id} className={record.line}>
            <StateBadge
              tone={one.kind === 'accepted' ? 'good' : one.kind === 'declined' ? 'bad' : 'info'}
              label={t('proposal.answerLine', {
                version: one.version,
                option: one.optionName ?? '',
                kind: nameOf(ANSWER_KIND_NAMES[one.kind]),
                channel: nameOf(TRIP_CHANNEL_NAMES[one.channel]),
              })}
            />
            <span>{one.text}</span>
            <span className={record.push}>
              {one.recordedByName} <InstantText at={one.saidAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Proposal({ trip, proposal }: { trip: TripFile; proposal: TripProposal }) {
  const t = useT('trips')
  const nameOf = useName()
  const [isAnswering, setAnswering] = useState(false)
  const { state, offeredAt, offeredChannel, budgetFen } = proposal
  const isNewest = trip.proposals[0]?.id === proposal.id
  const isOpen = trip.state === 'open'
  return (
    <Section
      title={t('proposal.title', { version: proposal.version })}
      level={2}
      actions={
        isOpen &&
        (state === 'offered' || state === 'accepted') && (
          <Button variant="default" aria-pressed={isAnswering} onClick={() => setAnswering(!isAnswering)}>
            {t('proposal.answer')}
          </Button>
        )
      }
    >
      <div className={record.line}>
        <StateBadge tone={PROPOSAL_TONES[state]} label={nameOf(PROPOSAL_STATE_NAMES[state])} />
        <span className={record.faint}>
          {budgetFen === null ? t('proposal.noBudget') : t('proposal.budget', { amount: moneyText(budgetFen) })}
        </span>
        <span className={record.faint}>
          {offeredAt !== null && offeredChannel !== null
            ? t('proposal.offered', {
                time: dateTimeText(offeredAt),
                channel: nameOf(TRIP_CHANNEL_NAMES[offeredChannel]),
              })
            : proposal.createdByName}
        </span>
      </div>
      {proposal.basis !== '' && (
        <div className={record.line}>
          <span className={record.faint}>{t('proposal.basis')}</span>
          <span>{proposal.basis}</span>
        </div>
      )}
      {isOpen && isNewest && state === 'draft' && <OfferForm trip={trip} proposal={proposal} />}
      {isAnswering && <AnswerForm trip={trip} proposal={proposal} onDone={() => setAnswering(false)} />}
      <div className={styles.options}>
        {proposal.options.map((option) => (
          <Option key={option.id} option={option} isAccepted={option.id === proposal.acceptedOptionId} />
        ))}
      </div>
    </Section>
  )
}

function Option({ option, isAccepted }: { option: TripOption; isAccepted: boolean }) {
  const t = useT('trips')
  const amount = moneyText(Math.abs(option.overFen ?? 0))
  const fit =
    option.fit === 'within' || option.fit === 'unknown' ? t(`fit.${option.fit}`) : t(`fit.${option.fit}`, { amount })
  return (
    <article className={styles.option} data-accepted={isAccepted || undefined}>
      <h4>
        {option.name} <Money fen={option.priceFen} />
        <StateBadge tone={FIT_TONES[option.fit]} label={fit} />
        {isAccepted && <StateBadge tone="good" label={t('proposal.accepted')} />}
      </h4>
      <dl>
        {(['sights', 'stay', 'transport', 'meals'] as const).map((field) => (
          <div key={field} style={{ display: 'contents' }}>
            <dt>{t(`proposal.${field}`)}</dt>
            <dd>{option[field]}</dd>
          </div>
        ))}
      </dl>
    </article>
  )
}
