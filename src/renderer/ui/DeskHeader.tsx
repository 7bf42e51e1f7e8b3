import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconDatabase, IconPlaneTilt, IconSearch } from '@tabler/icons-react'
import { Suspense } from 'react'
import { useT } from '../i18n/use-t.ts'
import { useSession } from '../session/store.ts'
import styles from './DeskHeader.module.css'
import { KeyHint } from './KeyHint.tsx'
import { useOverlays } from './overlays.ts'
import { LanguageSwitch, SchemeSwitch } from './Switches.tsx'
import { slots } from './slots.ts'
import { UserMenu } from './UserMenu.tsx'

/** The bar over every page: which store, whether it is a demo, search, the telephone, the person. */
export function DeskHeader() {
  const t = useT('ui')
  const status = useSession((state) => state.status)
  const showSearch = useOverlays((state) => state.showSearch)
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
      <UnstyledButton className={styles.search} onClick={() => showSearch(true)}>
        <IconSearch size={14} aria-hidden />
        <span>{t('shell.palette')}</span>
        <KeyHint keys="mod+k" onBar />
      </UnstyledButton>
      <div className={styles.right}>
        <Suspense fallback={null}>
          <div className={styles.notes}>
            {slots.headerActions.map((Part, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lists are fixed when the program is built
              <Part key={index} />
            ))}
          </div>
          {slots.callBar.map((Part, index) => (
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
