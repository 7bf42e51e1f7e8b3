import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { CareerFile, Certificate } from '../../../shared/careers/model.ts'
import type { Day } from '../../../shared/time.ts'
import { KeepLines } from '../../drafts/KeepLines.tsx'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { DayField, FieldRow } from '../../ui/fields.tsx'
import flow from '../../ui/flow.module.css'
import { dayText, today } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import record from '../../ui/record.module.css'
import { useCommand } from '../../use-command.ts'
import { STANDING_TONES } from '../tones.ts'

/** S3-93: certificates with their last day. */
export function Certificates({ file }: { file: CareerFile }) {
  const t = useT('careers')
  return (
    <>
      {file.certificates.length === 0 && <p className={flow.faint}>{t('certificates.none')}</p>}
      <CertificateList list={file.certificates} />
      {file.mayLead && <AddCertificate file={file} />}
    </>
  )
}

/** Certificates, each with its standing; with the person's name where several people's stand together. */
export function CertificateList({ list, withNames = false }: { list: readonly Certificate[]; withNames?: boolean }) {
  const t = useT('careers')
  return (
    <ul className={record.list}>
      {list.map(({ id, name, issuer, number, expiresDay, standing, personName }) => (
        <li key={id} className={flow.line}>
          <StateBadge tone={STANDING_TONES[standing]} label={t(`certificates.${standing}`)} />
          <span>
            {withNames && `${personName} · `}
            {name}
          </span>
          <span className={flow.faint}>
            {issuer} {number}
          </span>
          <span className={`${flow.push} ${flow.faint}`}>
            {expiresDay === null ? t('certificates.forever') : t('certificates.until', { day: dayText(expiresDay) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function AddCertificate({ file }: { file: CareerFile }) {
  const t = useT('careers')
  const [texts, setTexts] = useState({ name: '', issuer: '', number: '' })
  const [issuedDay, setIssued] = useState<Day | null>(today())
  const [expiresDay, setExpires] = useState<Day | null>(null)
  const add = useCommand('careers.addCertificate')
  const save = async () => {
    if (issuedDay === null) return
    const done = await add.run({ userId: file.userId, certificate: { ...texts, issuedDay, expiresDay } })
    if (!done.ok) return
    setTexts({ name: '', issuer: '', number: '' })
    tellDone(t('saved'))
  }
  const fields = ['name', 'issuer', 'number'] as const
  return (
    <div className={flow.stack}>
      <KeepLines kind="careers-certificate-lines" subject={file.userId} />
      <FieldRow columns={3}>
        {fields.map((field) => (
          <TextInput
            key={field}
            label={t(`certificates.${field}`)}
            maxLength={field === 'number' ? 60 : 120}
            value={texts[field]}
            onChange={(event) => setTexts({ ...texts, [field]: event.currentTarget.value })}
          />
        ))}
        <DayField label={t('certificates.issued')} value={issuedDay} onChange={setIssued} />
        <DayField label={t('certificates.expires')} value={expiresDay} onChange={setExpires} />
      </FieldRow>
      <Button
        className={flow.push ?? ''}
        variant="default"
        loading={add.isBusy}
        disabled={texts.name.trim() === '' || texts.issuer.trim() === '' || issuedDay === null}
        onClick={() => void save()}
      >
        {t('certificates.add')}
      </Button>
    </div>
  )
}
