import { Button } from '@mantine/core'
import { CONSENT_CHANNEL_NAMES } from '../../../shared/members/words.ts'
import type { RightsRequest } from '../../../shared/rights/model.ts'
import {
  CORRECTED_FIELD_NAMES,
  LIMIT_SCOPE_NAMES,
  REQUEST_KIND_NAMES,
  REQUEST_STATE_NAMES,
} from '../../../shared/rights/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { countText, dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { lastDayText } from '../last-day.ts'
import { REQUEST_TONES } from '../tones.ts'
import { RequestActs } from './RequestActs.tsx'

type Props = { request: RightsRequest; onClose: () => void }

/** One request: what was asked, by whom, until when, what may be done now and what was done. */
export function RequestPanel({ request, onClose }: Props) {
  const t = useT('rights')
  const nameOf = useName()
  const title = t('request.detail', { number: request.number })
  return (
    <DetailPanel
      title={nameOf(REQUEST_KIND_NAMES[request.kind])}
      label={title}
      badges={<StateBadge tone={REQUEST_TONES[request.state]} label={nameOf(REQUEST_STATE_NAMES[request.state])} />}
      actions={
        <Button size="compact-xs" variant="default" onClick={() => go('members', { id: request.memberId })}>
          {t('request.openMember')}
        </Button>
      }
      onClose={onClose}
    >
      <RequestFacts request={request} />
      <RequestActs request={request} />
    </DetailPanel>
  )
}

/** What stands in a request, as words beside each other; empty ones are left out. */
export function RequestFacts({ request }: { request: RightsRequest }) {
  const t = useT('rights')
  const nameOf = useName()
  const { wanted, outcome } = request
  const scopes = (wanted.scopes ?? []).map((scope) => nameOf(LIMIT_SCOPE_NAMES[scope])).join('，')
  const facts = [
    { label: t('columns.number'), value: request.number },
    { label: t('columns.member'), value: `${request.memberName} ${request.card}` },
    { label: t('columns.received'), value: <InstantText at={request.receivedAt} /> },
    { label: t('columns.due'), value: lastDayText(request.dueAt) },
    { label: t('request.requester'), value: request.requester },
    { label: t('request.channel'), value: nameOf(CONSENT_CHANNEL_NAMES[request.channel]) },
    { label: t('request.text'), value: request.text },
    {
      label: t('request.wanted'),
      value: wanted.field ? `${nameOf(CORRECTED_FIELD_NAMES[wanted.field])} → ${wanted.value ?? ''}` : '',
    },
    { label: t('request.scopes'), value: scopes },
    {
      label: t('request.identity'),
      value:
        request.identity === null
          ? t('request.notYet')
          : t('request.identified', { how: request.identity, name: request.identityByName ?? '' }),
    },
    { label: t('request.recordedBy'), value: request.recordedByName },
    { label: t('request.extendReason'), value: request.extendReason ?? '' },
    { label: t('request.refusal'), value: request.refusal ?? '' },
    { label: t('request.before'), value: outcome.before ?? '' },
    { label: t('request.after'), value: outcome.after ?? '' },
    { label: t('request.lockedUntil'), value: outcome.untilDay ? dayText(outcome.untilDay) : '' },
    { label: t('request.grounds'), value: (outcome.grounds ?? []).join('，') },
    {
      label: t('request.report'),
      value: outcome.fileName
        ? t('request.reportRows', { name: outcome.fileName, count: countText(outcome.rows ?? 0) })
        : '',
    },
    {
      label: t('request.erased'),
      value: request.state === 'done' && request.kind === 'erase' ? String(outcome.records ?? '') : '',
    },
    { label: t('request.answer'), value: request.answer },
    { label: t('request.decidedBy'), value: request.decidedByName ?? '' },
  ]
  return (
    <Section title={t('columns.kind')}>
      <Facts facts={facts.filter(({ value }) => value !== '')} columns={2} />
    </Section>
  )
}
