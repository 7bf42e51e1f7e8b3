import { SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core'
import { openSpotlight } from '@mantine/spotlight'
import { IconDatabase, IconDeviceDesktop, IconMoon, IconPlaneTilt, IconSearch, IconSun } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import styles from './DeskHeader.module.css'
import { KeyHint } from './KeyHint.tsx'
import { type Scheme, usePreferences } from './preferences.ts'
import { slots } from './slots.ts'
import { UserMenu } from './UserMenu.tsx'

/** The bar over every page: which store, whether it is a demo, search, the telephone, the person. */
export function DeskHeader() {
  const t = useT('ui')
  const status = useSession((state) => state.status)
  return (
    <header className={styles.bar} data-demo={status?.demo || undefined}>
      <span className={styles.brand}>
        <IconPlaneTilt size={18} stroke={1.8} aria-hidden />
        {t('product')}
      </span>
      {status?.demo && (
        <Tooltip label={t('demoHint')} multiline w={280}>
          <strong className={styles.demo}>{t('demo')}</strong>
        </Tooltip>
      )}
      <span className={styles.store} title={`${t('shell.store')}: ${status?.storeName ?? ''}`}>
        <IconDatabase size={14} aria-hidden />
        {status?.storeName}
      </span>
      <UnstyledButton className={styles.search} onClick={openSpotlight}>
        <IconSearch size={14} aria-hidden />
        <span>{t('shell.palette')}</span>
        <KeyHint keys="mod+k" onBar />
      </UnstyledButton>
      <div className={styles.right}>
        <Suspense fallback={null}>
          {[...slots.headerActions, ...slots.callBar].map((Part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lists are fixed when the program is built
            <Part key={index} />
          ))}
        </Suspense>
        <LanguageSwitch onBar />
        <SchemeSwitch className={styles.icon ?? ''} />
        <UserMenu />
      </div>
    </header>
  )
}

/** 中 / EN; takes effect at once and is remembered on this machine. */
export function LanguageSwitch({ onBar = false }: { onBar?: boolean }) {
  const t = useT('ui')
  const { language, setLanguage } = usePreferences()
  return (
    <SegmentedControl
      aria-label={t('shell.language')}
      value={language}
      onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
      data={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'EN' },
      ]}
      {...(onBar ? { classNames: { root: styles.segments, label: styles.segment, indicator: styles.indicator } } : {})}
    />
  )
}

const NEXT: Record<Scheme, Scheme> = { auto: 'light', light: 'dark', dark: 'auto' }
const ICONS = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon }

/** Light, dark or as the system has it. */
export function SchemeSwitch({ className = '' }: { className?: string }) {
  const t = useT('ui')
  const { scheme, setScheme } = usePreferences()
  const Icon = ICONS[scheme]
  const label = `${t('shell.scheme')}: ${t(`shell.${scheme}`)}`
  return (
    <Tooltip label={label}>
      <UnstyledButton className={className} aria-label={label} onClick={() => setScheme(NEXT[scheme])}>
        <Icon size={17} stroke={1.8} />
      </UnstyledButton>
    </Tooltip>
  )
}
