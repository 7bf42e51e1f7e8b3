import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import type { TrustText } from '../../../shared/trust/model.ts'
import { TEXT_KIND_NAMES, TEXT_STATE_NAMES } from '../../../shared/trust/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { MomentField } from '../../ui/MomentField.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { TEXT_TONES } from '../tones.ts'
import { MyUndertaking } from './MyUndertaking.tsx'
import styles from './trust.module.css'

/** One version: its words, who wrote and approved it, and who has read or signed it. */
export function TextPanel({ row, onClose }: { row: TrustText; onClose: () => void }) {
  const t = useT('trust')
  const nameOf = useName()
  const role = useSession((state) => state.user?.role)
  const { kind, version, state } = row
  return (
    <DetailPanel
      title={row.title}
      label={t('detail.text', { kind: nameOf(TEXT_KIND_NAMES[kind]), version })}
      badges={<StateBadge tone={TEXT_TONES[state]} label={nameOf(TEXT_STATE_NAMES[state])} />}
      onClose={onClose}
    >
      {kind === 'undertaking' && state === 'inForce' && (
        <Section title={t('parts.mine')}>
          <MyUndertaking text={row} />
        </Section>
      )}
      {state === 'draft' && <Approve row={row} />}
      <Section title={t('parts.text')}>
        <p className={styles.text}>{row.body}</p>
        <div className={record.faint}>
          {row.savedByName === null
            ? t('shipped')
            : t('written', { name: row.savedByName, at: dateTimeText(row.savedAt) })}
        </div>
        {row.approvedAt !== null && (
          <div className={record.faint}>
            {t('approved', { name: row.approvedByName ?? '', at: dateTimeText(row.approvedAt) })}
          </div>
        )}
      </Section>
      {state !== 'draft' && role !== 'agent' && (
        <Section title={t('parts.people')}>
          <People id={row.id} />
        </Section>
      )}
    </DetailPanel>
  )
}

function Approve({ row }: { row: TrustText }) {
  const t = useT('trust')
  const user = useSession((state) => state.user)
  const [fromAt, setFrom] = useState<number | null>(null)
  const approve = useCommand('trust.approveText')
  const mayApprove = user?.role === 'manager' || user?.role === 'admin'
  if (!mayApprove || row.savedById === user.id) return null
  const take = async () => {
    if ((await approve.run({ id: row.id, fromAt })).ok) tellDone(t('saved'))
  }
  return (
    <Group align="end" gap="xs" mb="sm">
      <MomentField label={t('fields.from')} value={fromAt} onChange={setFrom} />
      <Button loading={approve.isBusy} onClick={() => void take()}>
        {t('acts.approve')}
      </Button>
    </Group>
  )
}

/** Who has not confirmed stands first. */
function People({ id }: { id: string }) {
  const t = useT('trust')
  const u = useT('ui')
  const { data = [] } = useQuery('trust.assents', { id }, { topics: ['trust', 'users'] })
  const rows = [...data].sort((one, other) => (one.at ?? 0) - (other.at ?? 0))
  const missing = rows.filter(({ at }) => at === null).length
  return (
    <>
      {missing > 0 && <StateBadge tone="warn" label={t('notYetCount', { count: missing })} />}
      <ul className={record.list} aria-label={t('parts.people')}>
        {rows.map(({ userId, name, role, at, dueAt }) => (
          <li key={userId} className={record.line}>
            <span>{name}</span>
            <span className={record.faint}>{u(`roles.${role}`)}</span>
            <span className={record.push}>
              {at !== null ? (
                dateTimeText(at)
              ) : (
                <StateBadge
                  tone="warn"
                  label={dueAt === null ? t('notYet') : `${t('notYet')} · ${t('columns.due')} ${dateTimeText(dueAt)}`}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
