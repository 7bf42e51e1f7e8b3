import { Button, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CalibrationView } from '../../../shared/calibration/contract.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { Section } from '../../ui/DetailPanel.tsx'
import { FailureAlert } from '../../ui/FailureAlert.tsx'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { TextArea } from '../../ui/TextArea.tsx'
import { useName } from '../../ui/use-name.ts'
import { useCommand } from '../../use-command.ts'

/** What items mean since this calibration, and the form to amend one. */
export function Amendments({ view }: { view: CalibrationView }) {
  const t = useT('calibration')
  const nameOf = useName()
  const items = view.form.groups.flatMap((group) => group.items)
  return (
    <Section title={t('amendments')}>
      <ul className={record.list}>
        {view.amendments.map(({ itemId, formVersion: version, after, reason, byName, at }) => {
          const item = items.find(({ id }) => id === itemId)
          return (
            <li key={`${itemId} ${at}`}>
              <div className={record.line}>
                <strong>{item ? nameOf(item.name) : itemId}</strong>
                <span className={record.faint}>{t('amendment', { version, name: byName })}</span>
              </div>
              <div className={record.text}>{nameOf(after)}</div>
              <div className={record.faint}>{reason}</div>
            </li>
          )
        })}
      </ul>
      {view.mayAmend && <AmendForm view={view} />}
    </Section>
  )
}

function AmendForm({ view }: { view: CalibrationView }) {
  const t = useT('calibration')
  const nameOf = useName()
  const [itemId, setItem] = useState<string | null>(null)
  const [zh, setZh] = useState('')
  const [en, setEn] = useState('')
  const [reason, setReason] = useState('')
  const amend = useCommand('calibration.amend', { quiet: true })
  const items = view.form.groups.flatMap((group) => group.items)
  const send = async () => {
    if (itemId === null) return
    const done = await amend.run({ id: view.id, itemId, definition: { zh, en }, reason })
    if (!done.ok) return
    tellDone(t('amended', { version: done.value.amendments.at(-1)?.formVersion ?? 0 }))
    setItem(null)
  }
  return (
    <div className={record.form}>
      <Select
        searchable
        label={t('amendItem')}
        data={items.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        value={itemId}
        onChange={setItem}
      />
      <TextInput
        label={t('reason')}
        maxLength={500}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'reviews-amend-form-zh', subject: view.id }}
        className={record.wide ?? ''}
        label={t('zh')}
        maxLength={600}
        value={zh}
        onChange={(event) => setZh(event.currentTarget.value)}
      />
      <TextArea
        keep={{ kind: 'reviews-amend-form-en', subject: view.id }}
        className={record.wide ?? ''}
        label={t('en')}
        maxLength={600}
        value={en}
        onChange={(event) => setEn(event.currentTarget.value)}
      />
      <KeepLines kind="reviews-amend-lines" subject={view.id} />
      <div className={`${record.wide} ${record.buttons}`}>
        <FailureAlert failure={amend.failure} />
        <Button
          loading={amend.isBusy}
          disabled={itemId === null || [zh, en, reason].some((text) => text.trim() === '')}
          onClick={() => void send()}
        >
          {t('amend')}
        </Button>
      </div>
    </div>
  )
}
