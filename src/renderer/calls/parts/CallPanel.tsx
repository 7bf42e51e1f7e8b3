import { Button } from '@mantine/core'
import { IconFileText, IconPhoneOutgoing, IconPlus } from '@tabler/icons-react'
import { Suspense } from 'react'
import type { CallDetail } from '../../../shared/calls/model.ts'
import { CALL_BACK_END_NAMES, CALL_DIRECTION_NAMES, CALL_STATE_NAMES } from '../../../shared/calls/words.ts'
import type { CallId } from '../../../shared/ids.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge, TierBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { useShortcut } from '../../ui/keys.ts'
import { slots } from '../../ui/slots.ts'
import { Timeline, type TimelineItem } from '../../ui/Timeline.tsx'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import { newCaseFrom, openMember } from '../open.ts'
import { resultName } from '../result-name.ts'
import { startCall, useCalls } from '../store.ts'
import { clockText } from '../times.ts'
import { CallRecordText } from './CallRecordText.tsx'
import { STATE_TONES } from './CallTable.tsx'
import { HandedOver } from './HandedOver.tsx'

type Props = { id: CallId; onClose: () => void }

/** Everything about one call; opening it is written into the audit log, so it is read once. */
export function CallPanel({ id, onClose }: Props) {
  const t = useT('calls')
  const nameOf = useName()
  const query = useQuery('calls.show', { id }, { clearOnChange: true })
  const shown = query.data
  const title = shown ? t('detail.title', { number: shown.number }) : t('title')
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={shown && <StateBadge tone={STATE_TONES[shown.state]} label={nameOf(CALL_STATE_NAMES[shown.state])} />}
      actions={shown && <PanelActions shown={shown} />}
      onClose={onClose}
    >
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {shown && (
        <>
          <CallFacts shown={shown} />
          {shown.answeredAt !== null && (
            <Section title={t('detail.record')}>
              <CallRecordText record={shown} />
            </Section>
          )}
          <CallTimes shown={shown} />
          <HandedOver shown={shown} />
          <Suspense fallback={null}>
            {slots.callPanels.map((Part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the program is built
              <Part key={index} callId={id} />
            ))}
          </Suspense>
          {shown.callBacks.length > 0 && <CallBacks shown={shown} />}
          <Section title={t('detail.events')}>
            <Timeline
              label={t('detail.events')}
              items={shown.events.map(({ seq, at, kind, actorName }) => ({
                key: String(seq),
                at,
                title: t(`events.${kind}`),
                by: actorName,
              }))}
            />
          </Section>
        </>
      )}
    </DetailPanel>
  )
}

function CallBacks({ shown }: { shown: CallDetail }) {
  const t = useT('calls')
  const nameOf = useName()
  const items = shown.callBacks.map(
    ({ id, dueAt, doneAt, text, outcome, endedAs, ownerName }): TimelineItem => ({
      key: id,
      at: doneAt ?? dueAt,
      title: t(doneAt === null ? 'detail.dueBy' : 'detail.calledBack'),
      by: ownerName,
      body: [text === shown.number ? '' : text, endedAs && nameOf(CALL_BACK_END_NAMES[endedAs]), outcome]
        .filter(Boolean)
        .join(' · '),
      tone: doneAt === null ? 'warn' : 'good',
    }),
  )
  return (
    <Section title={t('detail.callBacks')}>
      <Timeline label={t('detail.callBacks')} items={items} />
    </Section>
  )
}

function PanelActions({ shown }: { shown: CallDetail }) {
  const t = useT('calls')
  const isOn = useCalls((state) => state.call !== null)
  const { id, memberId, phone, answeredAt } = shown
  const canCallBack = !isOn && phone !== '' && answeredAt === null
  const callBack = () => void startCall({ direction: 'outbound', callBackOf: id })
  const key = { id: 'calls.callBack', keys: 'alt+b', label: t('actions.callBack'), group: t('title') }
  useShortcut(key, callBack, canCallBack)
  return (
    <>
      {memberId !== null && (
        <Button variant="default" leftSection={<IconFileText size={15} />} onClick={() => openMember(memberId)}>
          {t('actions.openMember')}
        </Button>
      )}
      {answeredAt === null ? (
        <Button
          leftSection={<IconPhoneOutgoing size={15} />}
          rightSection={<KeyHint keys="alt+b" onBar />}
          disabled={!canCallBack}
          onClick={callBack}
        >
          {t('actions.callBack')}
        </Button>
      ) : (
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => newCaseFrom(shown)}>
          {t('actions.newCase')}
        </Button>
      )}
    </>
  )
}

function CallFacts({ shown }: { shown: CallDetail }) {
  const t = useT('calls')
  const nameOf = useName()
  const ui = useT('ui')
  const { memberName, callerName, tier, agentName, phone, direction, resultCode, callBackOf } = shown
  const who = (
    <>
      {memberName ?? callerName ?? t('bar.newCaller')} {tier && tier !== 'none' && <TierBadge tier={tier} />}
    </>
  )
  return (
    <Section title={t('detail.facts')}>
      <Facts
        facts={[
          { label: t('columns.who'), value: who },
          { label: t('columns.phone'), value: phone || t('bar.hiddenNumber') },
          { label: t('detail.direction'), value: nameOf(CALL_DIRECTION_NAMES[direction]) },
          { label: t('columns.agent'), value: agentName },
          { label: t('columns.result'), value: resultName(resultCode, nameOf) },
          ...(callBackOf === null ? [] : [{ label: t('detail.returns'), value: ui('states.yes') }]),
        ]}
      />
    </Section>
  )
}

function CallTimes({ shown }: { shown: CallDetail }) {
  const t = useT('calls')
  const desk = useT('callDesk')
  const { rings, waitMs, talkMs, holdMs, wrapUpMs, isInTime, maxRings, holds } = shown
  const verdict =
    isInTime === null ? '' : ` · ${t(isInTime ? 'inTime' : 'late')}${maxRings === null ? '' : ` (≤ ${maxRings})`}`
  return (
    <Section title={t('detail.times')}>
      <Facts
        columns={3}
        facts={[
          { label: t('columns.at'), value: <InstantText at={shown.startedAt} /> },
          { label: t('detail.answered'), value: <InstantText at={shown.answeredAt} /> },
          { label: t('detail.ended'), value: <InstantText at={shown.endedAt} /> },
          { label: t('columns.wait'), value: `${t('rings', { rings })}${verdict}` },
          { label: t('detail.waited'), value: clockText(waitMs) },
          { label: t('columns.talk'), value: clockText(talkMs) },
          { label: t('detail.held'), value: clockText(holdMs) },
          { label: t('detail.wrapUp'), value: clockText(wrapUpMs) },
          ...(holds === 0 ? [] : [{ label: desk('detail.holds'), value: String(holds) }]),
        ]}
      />
    </Section>
  )
}
