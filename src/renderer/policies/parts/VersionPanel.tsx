import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { compensationPolicy } from '../../../shared/compensation/policy.ts'
import { policySheet } from '../../../shared/policies/clock-words.ts'
import { POLICY_DEED_NAMES, type PolicyDetail, VERSION_STATE_NAMES } from '../../../shared/policies/model.ts'
import { type TargetPolicy, targetPolicy } from '../../../shared/targets/model.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { dayText } from '../../ui/formats.ts'
import { go } from '../../ui/navigation.ts'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { InstantText } from '../../ui/values.tsx'
import { useQuery } from '../../use-query.ts'
import styles from '../policies.module.css'
import { useStages } from '../stages.ts'
import { TariffContent } from '../tariff/TariffContent.tsx'
import { STATE_TONES, side } from '../words.ts'
import { Problems } from './Problems.tsx'
import { RulesTable } from './RulesTable.tsx'
import { VersionActions } from './VersionActions.tsx'

type Props = { id: string; onOpen: (id: string) => void; onEdit: (id: string) => void; onClose: () => void }

/** One version: what it says, what is wrong with it, how it differs from another, and its history. */
export function VersionPanel({ id, onOpen, onEdit, onClose }: Props) {
  const t = useT('policies')
  useLanguage()
  const query = useQuery('policies.show', { id }, { topics: ['policies'] })
  const detail = query.data
  if (!detail) return <FailureAlert failure={query.failure} onRetry={query.reload} />
  const title = t('versions.named', { name: detail.name[side()], version: detail.version })
  return (
    <DetailPanel
      title={title}
      label={title}
      badges={<StateBadge tone={STATE_TONES[detail.state]} label={VERSION_STATE_NAMES[detail.state][side()]} />}
      onClose={onClose}
    >
      <Section title={t('detail.about')}>
        <VersionActions detail={detail} onOpen={onOpen} onEdit={onEdit} />
        <Facts
          facts={[
            { label: t('versions.from'), value: dayText(detail.effectiveFrom) },
            { label: t('versions.author'), value: detail.authorName ?? t('versions.shipped') },
            { label: t('detail.base'), value: detail.basedOn ?? '—' },
            { label: t('detail.approvedBy'), value: detail.approvedByName ?? '—' },
            { label: t('detail.hash'), value: <span className="mono">{detail.hash.slice(0, 16)}</span> },
          ]}
        />
      </Section>
      {detail.kind !== 'tiers' && (
        <Section title={t('detail.problems')}>
          <Problems problems={detail.problems} isFolded />
        </Section>
      )}
      <Differences detail={detail} />
      <Section title={t('detail.content')}>
        <Content detail={detail} />
      </Section>
      <History detail={detail} />
    </DetailPanel>
  )
}

function Content({ detail }: { detail: PolicyDetail }) {
  const t = useT('policies')
  const targets = targetPolicy.safeParse(detail.body)
  if (targets.success) return <Rules policy={targets.data} hash={detail.hash} />
  const tariff = compensationPolicy.safeParse(detail.body)
  if (tariff.success) return <TariffContent policy={tariff.data} />
  if (detail.kind === 'tiers')
    return (
      <Button variant="default" onClick={() => go('tiers')}>
        {t('detail.openTiers')}
      </Button>
    )
  return (
    <>
      <p className={styles.dim}>{t('detail.fileOnly')}</p>
      {detail.kind === 'workflow' && (
        <Button variant="default" onClick={() => go('workflow', { id: detail.id })}>
          {t('detail.openWorkflow')}
        </Button>
      )}
    </>
  )
}

/** The rules of the limits to read, and the same for paper. */
function Rules({ policy, hash }: { policy: TargetPolicy; hash: string }) {
  const t = useT('policies')
  const { names } = useStages()
  return (
    <>
      <div className={styles.line}>
        <PrintButton label={t('detail.print')} text={policySheet(policy, side(), names)} what="policy" subject={hash} />
      </div>
      <RulesTable policy={policy} />
    </>
  )
}

/** Against the version it was made of, or any other of its kind. */
function Differences({ detail }: { detail: PolicyDetail }) {
  const t = useT('policies')
  const [chosen, setChosen] = useState(detail.basedOn)
  const list = useQuery('policies.list', { kind: detail.kind }, { topics: ['policies'] })
  const others = (list.data ?? []).filter((one) => one.id !== detail.id)
  const query = useQuery(
    'policies.diff',
    { before: chosen ?? '-', after: detail.id },
    { topics: ['policies'], enabled: chosen !== null },
  )
  if (others.length === 0) return null
  const changes = query.data?.changes ?? []
  return (
    <Section title={t('detail.diff')}>
      <Select
        aria-label={t('detail.compareWith')}
        placeholder={t('detail.compareWith')}
        data={others.map((one) => ({
          value: one.id,
          label: t('versions.named', { name: one.name[side()], version: one.version }),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      {query.data && changes.length === 0 && <p className={styles.dim}>{t('detail.noDiff')}</p>}
      <ul className={styles.list} aria-label={t('detail.diff')}>
        {changes.map((change) => (
          <li key={`${change.path} ${change.change}`}>{change.text[side()]}</li>
        ))}
      </ul>
    </Section>
  )
}

function History({ detail }: { detail: PolicyDetail }) {
  const t = useT('policies')
  return (
    <Section title={t('detail.history')}>
      {detail.history.length === 0 && <p className={styles.dim}>{t('detail.noHistory')}</p>}
      <ul className={styles.list} aria-label={t('detail.history')}>
        {detail.history.map((entry, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries of a history only ever grow at its end
          <li key={place}>
            <InstantText at={entry.at} /> · {entry.actorName} · {POLICY_DEED_NAMES[entry.deed][side()]}
            {entry.reason !== '' && `：${entry.reason}`}
          </li>
        ))}
      </ul>
    </Section>
  )
}
