import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { MemberId } from '../../../shared/ids.ts'
import type { ConsentState } from '../../../shared/members/model.ts'
import {
  CONSENT_CHANNEL_NAMES,
  CONSENT_CHANNELS,
  CONSENT_PURPOSE_NAMES,
  CONSENT_PURPOSES,
  type ConsentChannel,
  type ConsentPurpose,
} from '../../../shared/members/words.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { Section } from '../../ui/DetailPanel.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { dateText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import styles from '../members.module.css'

type Props = { id: MemberId; consents: readonly ConsentState[]; onChanged: () => void }

/** What the member agreed to, each purpose on its own (S4-73). */
export function ConsentCard({ id, consents, onChanged }: Props) {
  const t = useT('members')
  const nameOf = useName()
  const [isAdding, setAdding] = useState(false)
  return (
    <Section
      title={t('file.consents')}
      actions={
        <ActionIcon
          size={22}
          variant="subtle"
          aria-label={t('consent.record')}
          aria-expanded={isAdding}
          onClick={() => setAdding(!isAdding)}
        >
          <IconPlus size={15} />
        </ActionIcon>
      }
    >
      {isAdding && (
        <ConsentForm
          id={id}
          onDone={() => {
            setAdding(false)
            onChanged()
          }}
        />
      )}
      {consents.length === 0 && <span className={styles.dim}>{t('file.noConsents')}</span>}
      <ul className={`${styles.plain} ${styles.clear}`}>
        {consents.map(({ purpose, given, at, channel }) => (
          <li key={purpose} className={styles.line}>
            <span>{nameOf(CONSENT_PURPOSE_NAMES[purpose])}</span>
            <span>
              <span className={`${styles.dim} num`}>
                {dateText(at)} {nameOf(CONSENT_CHANNEL_NAMES[channel])}
              </span>{' '}
              <StateBadge tone={given ? 'good' : 'bad'} label={given ? t('file.given') : t('file.withdrawn')} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function ConsentForm({ id, onDone }: { id: MemberId; onDone: () => void }) {
  const t = useT('members')
  const nameOf = useName()
  const save = useCommand('members.recordConsent')
  const [purpose, setPurpose] = useState<ConsentPurpose>('service')
  const [channel, setChannel] = useState<ConsentChannel>('telephone')
  const record = async (given: boolean) => {
    if (!(await save.run({ id, purpose, given, channel })).ok) return
    tellDone(t('consent.saved'))
    onDone()
  }
  return (
    <div className={styles.form}>
      <FieldRow>
        <Select
          label={t('consent.purpose')}
          value={purpose}
          onChange={(next) => setPurpose(CONSENT_PURPOSES.find((each) => each === next) ?? 'service')}
          data={CONSENT_PURPOSES.map((each) => ({ value: each, label: nameOf(CONSENT_PURPOSE_NAMES[each]) }))}
        />
        <Select
          label={t('consent.channel')}
          value={channel}
          onChange={(next) => setChannel(CONSENT_CHANNELS.find((each) => each === next) ?? 'telephone')}
          data={CONSENT_CHANNELS.map((each) => ({ value: each, label: nameOf(CONSENT_CHANNEL_NAMES[each]) }))}
        />
      </FieldRow>
      <div className={styles.buttons}>
        <Button variant="default" loading={save.isBusy} onClick={() => void record(false)}>
          {t('consent.withdraw')}
        </Button>
        <Button loading={save.isBusy} onClick={() => void record(true)}>
          {t('consent.give')}
        </Button>
      </div>
    </div>
  )
}
