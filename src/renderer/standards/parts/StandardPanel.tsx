import { Button } from '@mantine/core'
import { useState } from 'react'
import type { StandardView } from '../../../shared/standards/contract.ts'
import { DRAFTING, DRAFTING_NAMES, FIGURE_NAMES, STANDARD_STATE_NAMES } from '../../../shared/standards/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DetailPanel, Section } from '../../ui/DetailPanel.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextAct } from '../../ui/TextAct.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import { STANDARD_TONES } from '../tones.ts'
import { DraftDialog } from './DraftDialog.tsx'
import { MeasureForm } from './MeasureForm.tsx'
import { Results } from './Results.tsx'
import styles from './standards.module.css'
import { useTarget } from './use-target.ts'

type Props = { row: StandardView; mayKeep: boolean; onClose: () => void; onOpen: (id: string) => void }

/** One standard: what it asks, how it is measured, what came out, and its versions. */
export function StandardPanel({ row, mayKeep, onClose, onOpen }: Props) {
  const t = useT('standards')
  const nameOf = useName()
  const targetOf = useTarget()
  const [isDrafting, setDrafting] = useState(false)
  const me = useSession((state) => state.user?.id)
  const approve = useCommand('standards.approve')
  const take = async () => {
    if ((await approve.run({ id: row.id })).ok) tellDone(t('saved'))
  }
  return (
    <DetailPanel
      title={row.title}
      label={t('detail', { code: row.code })}
      badges={<StateBadge tone={STANDARD_TONES[row.state]} label={nameOf(STANDARD_STATE_NAMES[row.state])} />}
      actions={
        mayKeep && (
          <>
            {row.state !== 'retired' && (
              <Button size="compact-sm" variant="default" onClick={() => setDrafting(true)}>
                {t('acts.next')}
              </Button>
            )}
            {row.state === 'draft' && row.savedById !== me && (
              <Button size="compact-sm" loading={approve.isBusy} onClick={() => void take()}>
                {t('acts.approve')}
              </Button>
            )}
          </>
        )
      }
      onClose={onClose}
    >
      <Section title={t('parts.text')}>
        <p className={styles.text}>{row.text}</p>
        <div className={record.faint}>{t('version', { version: row.version, name: row.savedByName })}</div>
        {row.approvedAt !== null && (
          <div className={record.faint}>
            {t('approvedBy', { name: row.approvedByName ?? '', day: dateTimeText(row.approvedAt) })}
          </div>
        )}
      </Section>
      <Section title={t('parts.measured')}>
        <p className={styles.text}>{row.method}</p>
        <div className={record.faint}>
          {targetOf(row)} · {nameOf(FIGURE_NAMES[row.figure])}
        </div>
      </Section>
      <Section title={t('parts.results')}>
        <Results row={row} mayKeep={mayKeep} />
      </Section>
      {mayKeep && row.state === 'inForce' && (
        <Section title={t('parts.measure')}>
          <MeasureForm row={row} />
        </Section>
      )}
      <Section title={t('parts.principles')}>
        <ul className={record.list}>
          {DRAFTING.map((one) => (
            <li key={one}>
              {nameOf(DRAFTING_NAMES[one])}
              <div className={record.faint}>{row.principles[one] ?? '—'}</div>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('parts.history')}>
        <Versions code={row.code} />
        {row.state === 'inForce' && <Retire id={row.id} />}
      </Section>
      {isDrafting && <DraftDialog base={row} onClose={() => setDrafting(false)} onDone={onOpen} />}
    </DetailPanel>
  )
}

function Versions({ code }: { code: string }) {
  const t = useT('standards')
  const nameOf = useName()
  const targetOf = useTarget()
  const { data = [] } = useQuery('standards.versions', { code }, { topics: ['improvements'] })
  return (
    <ul className={record.list}>
      {data.map((version) => (
        <li key={version.id}>
          <div className={record.line}>
            {t('version', { version: version.version, name: version.savedByName })}
            <StateBadge tone={STANDARD_TONES[version.state]} label={nameOf(STANDARD_STATE_NAMES[version.state])} />
          </div>
          <div className={record.faint}>{targetOf(version)}</div>
        </li>
      ))}
    </ul>
  )
}

function Retire({ id }: { id: string }) {
  const t = useT('standards')
  const role = useSession((state) => state.user?.role)
  const retire = useCommand('standards.retire')
  if (role !== 'lead' && role !== 'manager') return null
  return (
    <TextAct
      keep={{ kind: 'standards-retire-reason', subject: id }}
      label={t('fields.reason')}
      buttons={[
        {
          label: t('acts.retire'),
          onSend: async (reason) => (await retire.run({ id, reason })).ok,
          isBusy: retire.isBusy,
        },
      ]}
    />
  )
}
