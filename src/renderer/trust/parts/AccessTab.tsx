import { Button, NumberInput, Select, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../../shared/contracts.ts'
import { DESK_ROLES } from '../../../shared/roles.ts'
import { REACH_NAMES, REACH_OF, REACHES } from '../../../shared/trust/access-rule.ts'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { FieldRow } from '../../ui/fields.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'

type Standing = Output<'trust.access'>

/** S3-129: which members each role reads, why it was set so, and every version before. */
export function AccessTab() {
  const t = useT('access')
  const query = useQuery('trust.access', {}, { topics: ['trust'] })
  const { data } = query
  return (
    <div style={{ overflow: 'auto', maxWidth: 900 }}>
      <FailureAlert failure={query.failure} onRetry={query.reload} />
      <Text size="sm">{t('about')}</Text>
      <Text size="sm">{t('ties')}</Text>
      {data && (
        <>
          <Section title={data.version === 0 ? t('usual') : t('standing', { version: data.version })}>
            <RuleForm key={data.version} standing={data} />
          </Section>
          <Section title={t('history')}>
            <Versions versions={data.versions} />
          </Section>
        </>
      )}
    </div>
  )
}

function RuleForm({ standing: { rule, version } }: { standing: Standing }) {
  const t = useT('access')
  const u = useT('ui')
  const s = useT('trust')
  const nameOf = useName()
  const [draft, setDraft] = useState(rule)
  const [reason, setReason] = useState('')
  const set = useCommand('trust.setAccess', { quiet: true })
  const save = async () => {
    if ((await set.run({ ...draft, reason, expectedVersion: version })).ok) tellDone(s('saved'))
  }
  return (
    <>
      <FailureAlert failure={set.failure} />
      <FieldRow>
        {DESK_ROLES.map((role) => (
          <Select
            key={role}
            label={t(`roles.${role}`)}
            data={REACHES.map((value) => ({ value, label: nameOf(REACH_NAMES[value]) }))}
            value={draft[REACH_OF[role]]}
            allowDeselect={false}
            onChange={(value) =>
              setDraft({ ...draft, [REACH_OF[role]]: REACHES.find((one) => one === value) ?? 'all' })
            }
          />
        ))}
        <NumberInput
          label={t('callDays')}
          min={1}
          max={365}
          allowDecimal={false}
          value={draft.callDays}
          onChange={(value) => typeof value === 'number' && setDraft({ ...draft, callDays: value })}
        />
      </FieldRow>
      <TextArea
        keep={{ kind: 'trust-rule-form-reason', subject: 'new' }}
        required
        minRows={2}
        maxLength={500}
        label={t('reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={record.line}>
        <Button loading={set.isBusy} disabled={reason.trim() === ''} onClick={() => void save()}>
          {u('actions.save')}
        </Button>
      </div>
    </>
  )
}

function Versions({ versions }: Pick<Standing, 'versions'>) {
  const t = useT('access')
  const nameOf = useName()
  if (versions.length === 0) return <div className={record.faint}>{t('none')}</div>
  return (
    <ul className={record.list} aria-label={t('history')}>
      {versions.map((one) => (
        <li key={one.version}>
          <div className={record.line}>
            {DESK_ROLES.map((role) => `${t(`roles.${role}`)}: ${nameOf(REACH_NAMES[one[REACH_OF[role]]])}`).join(' · ')}
            <span className={record.push}>{`${one.setByName} ${dateTimeText(one.setAt)}`}</span>
          </div>
          <div className={record.faint}>{[t('days', { count: one.callDays }), one.reason].join(' · ')}</div>
        </li>
      ))}
    </ul>
  )
}
