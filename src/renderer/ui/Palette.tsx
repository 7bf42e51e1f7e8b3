import { Spotlight } from '@mantine/spotlight'
import { IconCommand, IconSearch } from '@tabler/icons-react'
import { useFullT, useT } from '../i18n/use-t.ts'
import { pagesFor } from '../pages.ts'
import { useSession } from '../session/store.ts'
import { KeyHint } from './KeyHint.tsx'
import { useShortcutList } from './keys.ts'
import { useNavigation } from './navigation.ts'

/** Ctrl+K: every page the role may open and every command that works right now. */
export function Palette() {
  const t = useT('ui')
  const full = useFullT()
  const role = useSession((state) => state.user?.role)
  const go = useNavigation((state) => state.go)
  const shortcuts = useShortcutList((state) => state.shortcuts)
  const pageActions = (role === undefined ? [] : pagesFor(role)).map(({ id, spec }) => ({
    id: `page.${id}`,
    label: full(spec.title),
    keywords: [id],
    leftSection: <spec.icon size={16} stroke={1.7} />,
    rightSection: <KeyHint keys={spec.keys} />,
    onClick: () => go(id),
  }))
  const commandActions = shortcuts
    .filter((one) => one.inPalette !== false)
    .map((one) => ({
      id: one.id,
      label: one.label,
      keywords: [one.group],
      leftSection: <IconCommand size={16} stroke={1.7} />,
      rightSection: <KeyHint keys={one.keys} />,
      onClick: one.run,
    }))
  return (
    <Spotlight
      shortcut={null}
      actions={[
        { group: t('shell.pages'), actions: pageActions },
        { group: t('shell.commands'), actions: commandActions },
      ]}
      nothingFound={t('shell.paletteEmpty')}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      attributes={{ content: { 'aria-label': t('shell.palette') } }}
      highlightQuery
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 80 }}
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: t('shell.palette'),
        'aria-label': t('shell.palette'),
      }}
    />
  )
}
