import { Button } from '@mantine/core'
import { useState } from 'react'
import type { SignedText, TrustText } from '../../../shared/trust/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { StateBadge } from '../../ui/badges.tsx'
import { dateTimeText } from '../../ui/formats.ts'
import { PrintButton } from '../../ui/PrintButton.tsx'
import record from '../../ui/record.module.css'
import { useQuery } from '../../use-query.ts'
import { SignDialog } from './SignDialog.tsx'
import styles from './trust.module.css'

/** S3-134: the own signature under the version in force, to be checked and printed; or the way to sign. */
export function MyUndertaking({ text }: { text: TrustText }) {
  const t = useT('trust')
  const [isSigning, setSigning] = useState(false)
  const mine = useQuery('trust.mine', {}, { topics: ['trust'] })
  const isSigned = mine.data !== undefined && mine.data.toSign === null
  const { data } = useQuery('trust.signed', { id: text.id }, { topics: ['trust'], enabled: isSigned })
  if (!isSigned || !data)
    return (
      <>
        <p className={styles.text}>{t('notSigned')}</p>
        <Button onClick={() => setSigning(true)}>{t('acts.sign')}</Button>
        {isSigning && <SignDialog text={text} signBy={mine.data?.signBy ?? null} onClose={() => setSigning(false)} />}
      </>
    )
  return <Signed signed={data} />
}

function Signed({ signed }: { signed: SignedText }) {
  const t = useT('trust')
  const { name, login, at, digest, isGenuine } = signed
  return (
    <>
      <div className={record.line}>
        {t('signedAt', { name, login, at: dateTimeText(at) })}
        <StateBadge tone={isGenuine ? 'good' : 'bad'} label={t(isGenuine ? 'genuine' : 'forged')} />
      </div>
      <div className={styles.code}>{t('digest', { digest })}</div>
      <div className={record.actions}>
        <PrintButton label={t('acts.print')} text={sheetOf(signed, t)} what="undertaking" subject={digest} />
      </div>
    </>
  )
}

/** What stands on paper: the words, who signed when, and what proves it. */
function sheetOf(
  { text, name, login, at, digest, signature, publicKey }: SignedText,
  t: ReturnType<typeof useT<'trust'>>,
) {
  return [
    `${text.title}（${t('versionText', { version: text.version })}）`,
    '',
    text.body,
    '',
    t('signedAt', { name, login, at: dateTimeText(at) }),
    t('digest', { digest }),
    `Ed25519 ${signature}`,
    t('key', { key: publicKey }),
  ].join('\n')
}
