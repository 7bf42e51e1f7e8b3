import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import type { Anchor } from '../../../shared/rights/model.ts'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { DetailPanel, Facts, Section } from '../../ui/DetailPanel.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText, dateTimeText } from '../../ui/formats.ts'
import { tellDone } from '../../ui/notify.ts'
import { PrintButton } from '../../ui/PrintButton.tsx'
import { useCommand } from '../../use-command.ts'
import { QrCode } from './QrCode.tsx'
import styles from './rights.module.css'

type Props = { anchor: Anchor; onClose: () => void }

/** One place that was sent out: its code for a phone, its text for paper, and the draft of a mail. */
export function AnchorPanel({ anchor, onClose }: Props) {
  const t = useT('rights')
  const language = useLanguage()
  const draft = useCommand('rights.draftAnchorMail')
  const { id, sequence, sentAt, sentByName, keptBy, note } = anchor
  const title = t('anchors.detail', { sequence: countText(sequence) })
  const saveMail = async () => {
    const place = await shell('shell.pickSave', { purpose: 'mail', suggested: `audit-anchor-${sequence}.eml` })
    if (!place.ok || place.value === null) return
    const result = await draft.run({ id, language, out: place.value.token })
    if (result.ok) tellDone(t('anchors.mailSaved', { name: result.value.fileName }))
  }
  const sent = (
    <Section title={t('anchors.sent')}>
      <Facts
        facts={[
          { label: t('anchors.sentAt'), value: dateTimeText(sentAt) },
          { label: t('anchors.by'), value: sentByName },
          { label: t('anchors.keptBy'), value: keptBy },
        ]}
      />
    </Section>
  )
  if (note === null)
    return (
      <DetailPanel title={title} label={title} onClose={onClose}>
        {sent}
        <EmptyState title={t('anchors.gone')} />
      </DetailPanel>
    )
  const code = <QrCode text={note} label={t('anchors.code')} />
  const actions = (
    <>
      <Button
        variant="default"
        leftSection={<IconMail size={15} />}
        loading={draft.isBusy}
        onClick={() => void saveMail()}
      >
        {t('anchors.mail')}
      </Button>
      <PrintButton
        label={t('anchors.print')}
        text={`${title}\n\n${note}\n`}
        picture={code}
        what="anchor"
        subject={String(sequence)}
      />
    </>
  )
  return (
    <DetailPanel title={title} label={title} actions={actions} onClose={onClose}>
      {sent}
      <Section title={t('anchors.code')}>
        {code}
        <p className={styles.note}>{t('anchors.scan')}</p>
      </Section>
      <Section title={t('anchors.note')}>
        <pre className={styles.note}>{note}</pre>
      </Section>
    </DetailPanel>
  )
}
