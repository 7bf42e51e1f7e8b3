import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useFullT, useT } from '../i18n/use-t.ts'
import { type PageSpec, pagesFor } from '../pages.ts'
import { useSession } from '../session/store.ts'
import styles from './DeskNav.module.css'
import { KeyHint } from './KeyHint.tsx'
import { useNavigation } from './navigation.ts'
import { usePreferences } from './preferences.ts'

const BLOCKS = ['work', 'oversight', 'desk'] as const satisfies readonly PageSpec['block'][]

/** The pages a role may open, in blocks, each with its keys. */
export function DeskNav() {
  const t = useT('ui')
  const full = useFullT()
  const role = useSession((state) => state.user?.role)
  const { place, go } = useNavigation()
  const { isNavNarrow, setNavNarrow } = usePreferences()
  const allowed = role === undefined ? [] : pagesFor(role)
  const blocks = BLOCKS.map((block) => ({ block, list: allowed.filter((page) => page.spec.block === block) }))
  const Toggle = isNavNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = t(isNavNarrow ? 'shell.expand' : 'shell.collapse')

  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')} data-narrow={isNavNarrow || undefined}>
      {blocks
        .filter(({ list }) => list.length > 0)
        .map(({ block, list }) => (
          <div key={block} className={styles.block}>
            <div className={styles.heading}>{t(`blocks.${block}`)}</div>
            {list.map(({ id, spec }) => (
              <Tooltip key={id} label={full(spec.title)} position="right" disabled={!isNavNarrow}>
                <UnstyledButton
                  className={styles.link}
                  data-open={place?.page === id || undefined}
                  aria-current={place?.page === id ? 'page' : undefined}
                  aria-label={isNavNarrow ? full(spec.title) : undefined}
                  onClick={() => go(id)}
                >
                  <spec.icon size={17} stroke={1.7} />
                  <span className={styles.label}>{full(spec.title)}</span>
                  <KeyHint keys={spec.keys} />
                </UnstyledButton>
              </Tooltip>
            ))}
          </div>
        ))}
      <UnstyledButton
        className={`${styles.link} ${styles.toggle}`}
        aria-label={isNavNarrow ? toggleLabel : undefined}
        aria-expanded={!isNavNarrow}
        onClick={() => setNavNarrow(!isNavNarrow)}
      >
        <Toggle size={17} stroke={1.7} />
        <span className={styles.label}>{toggleLabel}</span>
      </UnstyledButton>
    </nav>
  )
}
