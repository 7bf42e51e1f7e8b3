import { Button } from '@mantine/core'
import { IconCopy, IconKeyboard } from '@tabler/icons-react'
import { DESK_ZONE } from '../../shared/time.ts'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import { copyText } from '../ui/copy.ts'
import { Facts, Section } from '../ui/DetailPanel.tsx'
import { useOverlays } from '../ui/overlays.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from './about.module.css'

const chromium = () => /Chrome\/([\d.]+)/.exec(navigator.userAgent)?.[1] ?? '—'

/** What is running here: the program's parts by version, and the store that is open. */
export function Page() {
  const t = useT('about')
  const ui = useT('ui')
  const status = useSession((state) => state.status)
  const showKeys = useOverlays((state) => state.showKeys)
  if (!status) return null
  const { versions } = status
  const program = [
    { label: t('facts.version'), value: `${ui('product')} ${versions.app}` },
    { label: t('facts.electron'), value: versions.electron },
    { label: t('facts.chromium'), value: chromium() },
    { label: t('facts.node'), value: versions.node },
    { label: t('facts.cipher'), value: versions.sqlite },
  ]
  const store = [
    { label: t('facts.name'), value: status.storeName },
    { label: t('facts.engine'), value: t(`engines.${status.engine}`) },
    { label: t('facts.kind'), value: t(status.demo ? 'demo' : 'live') },
    { label: t('facts.lock'), value: t('minutes', { n: status.autoLockMinutes }) },
    { label: t('facts.zone'), value: DESK_ZONE },
  ]
  const details = [...program, ...store].map((fact) => `${fact.label}: ${fact.value}`).join('\n')
  const actions = (
    <>
      <Button variant="default" leftSection={<IconKeyboard size={15} />} onClick={() => showKeys(true)}>
        {t('keys')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconCopy size={15} />}
        onClick={() => void copyText(details, ui('actions.copied'))}
      >
        {t('copy')}
      </Button>
    </>
  )
  return (
    <div className="page page-narrow">
      <PageHeader title={t('title')} actions={actions} />
      <p className={styles.text}>{t('text')}</p>
      <div className={styles.card}>
        <Section level={2} title={t('program')}>
          <Facts facts={program} columns={3} />
        </Section>
        <Section level={2} title={t('store')}>
          <Facts facts={store} columns={3} />
        </Section>
      </div>
    </div>
  )
}
