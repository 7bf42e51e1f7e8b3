import { SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useT } from '../i18n/use-t.ts'
import styles from './DeskHeader.module.css'
import { type Scheme, usePreferences } from './preferences.ts'

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
