import { Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconChevronDown,
  IconChevronRight,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
} from '@tabler/icons-react'
import { useFullT, useT } from '../i18n/use-t.ts'
import { type PageSpec, pagesFor } from '../pages.ts'
import { useSession } from '../session/store.ts'
import styles from './DeskNav.module.css'
import { KeyHint } from './KeyHint.tsx'
import { useNavigation } from './navigation.ts'
import { usePreferences } from './preferences.ts'

const BLOCKS = ['work', 'quality', 'oversight', 'desk'] as const satisfies readonly PageSpec['block'][]

/** The pages a role may open, in blocks that can be folded away, each with its keys; the open page always shows. */
export function DeskNav() {
  const t = useT('ui')
  const full = useFullT()
  const role = useSession((state) => state.user?.role)
  const { place, go } = useNavigation()
  const { isNavNarrow, setNavNarrow, folded, toggleBlock } = usePreferences()
  const allowed = role === undefined ? [] : pagesFor(role)
  const blocks = BLOCKS.map((block) => {
    const list = allowed.filter((page) => page.spec.block === block)
    const isFolded = !isNavNarrow && folded.includes(block)
    return { block, list, isFolded, shown: isFolded ? list.filter(({ id }) => id === place?.page) : list }
  })
  const Toggle = isNavNarrow ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const toggleLabel = t(isNavNarrow ? 'shell.expand' : 'shell.collapse')

  return (
    <nav className={styles.nav} aria-label={t('shell.navigation')} data-narrow={isNavNarrow || undefined}>
      <div className={styles.blocks}>
        {blocks
          .filter(({ list }) => list.length > 0)
          .map(({ block, isFolded, shown }) => (
            <div key={block} className={styles.block}>
              <UnstyledButton className={styles.heading} aria-expanded={!isFolded} onClick={() => toggleBlock(block)}>
                {isFolded ? <IconChevronRight size={13} /> : <IconChevronDown size={13} />}
                {t(`blocks.${block}`)}
              </UnstyledButton>
              {shown.map(({ id, spec }) => (
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
      </div>
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
