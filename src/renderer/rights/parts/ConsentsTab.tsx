import { Button } from '@mantine/core'
import { useState } from 'react'
import { CONSENT_CHANNEL_NAMES, CONSENT_PURPOSE_NAMES, type ConsentPurpose } from '../../../shared/members/words.ts'
import type { ConsentEntry } from '../../../shared/rights/model.ts'
import { call } from '../../client.ts'
import { useT } from '../../i18n/use-t.ts'
import { useSession } from '../../session/store.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { ChoiceField } from '../../ui/ChoiceField.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { DetailPanel, Section, SplitView } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { DayField } from '../../ui/fields.tsx'
import { dayText, today } from '../../ui/formats.ts'
import { useKeysetRows } from '../../ui/keyset-rows.ts'
import { go } from '../../ui/navigation.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { choicesOf, useName } from '../../ui/use-name.ts'
import { InstantText } from '../../ui/values.tsx'
import { useCommand } from '../../use-command.ts'
import { useQuery } from '../../use-query.ts'
import styles from './rights.module.css'

/** S4-73: every word of consent with its text and proof, and the texts in their versions. */
export function ConsentsTab() {
  const t = useT('rights')
  const nameOf = useName()
  const [isReading, setReading] = useState(false)
  const rows = useKeysetRows<ConsentEntry, { at: number; id: string }>({
    key: 'consents',
    topics: ['rights', 'members'],
    loadPage: (before) => call('rights.consents', before ? { before } : {}),
  })
  const columns: Column<ConsentEntry>[] = [
    { id: 'at', header: t('consents.at'), width: '140px', cell: (row) => <InstantText at={row.at} /> },
    { id: 'card', header: t('columns.member'), width: '120px', cell: (row) => row.card },
    {
      id: 'purpose',
      header: t('consents.purpose'),
      width: 'minmax(140px, 1fr)',
      cell: (row) => nameOf(CONSENT_PURPOSE_NAMES[row.purpose]),
    },
    {
      id: 'word',
      header: t('consents.word'),
      width: '100px',
      cell: ({ given }) => (
        <StateBadge tone={given ? 'good' : 'bad'} label={t(given ? 'consents.given' : 'consents.withdrawn')} />
      ),
    },
    {
      id: 'text',
      header: t('consents.text'),
      width: '110px',
      cell: ({ textVersion }) =>
        textVersion === null ? t('consents.noVersion') : t('consents.version', { version: textVersion }),
    },
    { id: 'proof', header: t('consents.proof'), width: 'minmax(120px, 1fr)', cell: (row) => row.proof },
    {
      id: 'channel',
      header: t('consents.channel'),
      width: '100px',
      cell: (row) => nameOf(CONSENT_CHANNEL_NAMES[row.channel]),
    },
    { id: 'by', header: t('consents.by'), width: '110px', cell: (row) => row.byName },
  ]
  return (
    <>
      <div className={styles.bar}>
        <Button variant="default" aria-pressed={isReading} onClick={() => setReading(!isReading)}>
          {t('consents.texts')}
        </Button>
      </div>
      <SplitView
        list={
          <DataTable
            label={t('tabs.consents')}
            columns={isReading ? columns.filter(({ id }) => ['card', 'purpose', 'word', 'text'].includes(id)) : columns}
            rows={rows}
            rowKey={(row) => row.id}
            onOpen={(row) => go('members', { id: row.memberId })}
            empty={<EmptyState title={t('consents.none')} />}
          />
        }
        detail={isReading ? <Texts onClose={() => setReading(false)} /> : null}
      />
    </>
  )
}

function Texts({ onClose }: { onClose: () => void }) {
  const t = useT('rights')
  const nameOf = useName()
  const isManager = useSession((state) => state.user?.role) === 'manager'
  const [isAdding, setAdding] = useState(false)
  const { data } = useQuery('rights.texts', {}, { topics: ['rights'] })
  return (
    <DetailPanel
      title={t('consents.texts')}
      label={t('consents.texts')}
      actions={
        isManager && (
          <Button size="compact-xs" variant="default" onClick={() => setAdding(true)}>
            {t('consents.newText')}
          </Button>
        )
      }
      onClose={onClose}
    >
      <Section title={t('tabs.consents')}>
        {data?.length === 0 && <span className={record.faint}>{t('consents.noTexts')}</span>}
        <ul className={record.list}>
          {data?.map(({ id, purpose, version, zh, en, fromDay, byName }) => (
            <li key={id}>
              <div className={record.line}>
                <strong>{nameOf(CONSENT_PURPOSE_NAMES[purpose])}</strong>
                <span>{t('consents.version', { version })}</span>
                <span className={record.push}>
                  {dayText(fromDay)} {byName}
                </span>
              </div>
              <p className={styles.note}>{nameOf({ zh, en })}</p>
            </li>
          ))}
        </ul>
      </Section>
      {isAdding && <TextForm onClose={() => setAdding(false)} />}
    </DetailPanel>
  )
}

function TextForm({ onClose }: { onClose: () => void }) {
  const t = useT('rights')
  const u = useT('ui')
  const nameOf = useName()
  const [purpose, setPurpose] = useState<ConsentPurpose>('service')
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [fromDay, setFrom] = useState<string | null>(today())
  const save = useCommand('rights.saveText', { quiet: true })
  const send = async () => {
    if (fromDay === null) return
    if (!(await save.run({ purpose, zh, en, fromDay })).ok) return
    tellDone(t('saved'))
    onClose()
  }
  return (
    <FormDialog
      keep={null}
      title={t('consents.newText')}
      save={u('actions.save')}
      failure={save.failure}
      isBusy={save.isBusy}
      isReady={zh.trim() !== '' && en.trim() !== '' && fromDay !== null}
      onSave={send}
      onClose={onClose}
    >
      <ChoiceField
        label={t('consents.purpose')}
        data={choicesOf(CONSENT_PURPOSE_NAMES, nameOf)}
        value={purpose}
        onChange={setPurpose}
      />
      <TextArea
        keep={{ kind: 'rights-text-form-zh', subject: 'new' }}
        label={t('consents.zh')}
        minRows={3}
        value={zh}
        onChange={(e) => setZh(e.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'rights-text-form-en', subject: 'new' }}
        label={t('consents.en')}
        minRows={3}
        value={en}
        onChange={(e) => setEn(e.currentTarget.value)}
      />
      <DayField label={t('consents.from')} value={fromDay} onChange={setFrom} />
    </FormDialog>
  )
}
