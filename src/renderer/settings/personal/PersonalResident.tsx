import { Modal } from '@mantine/core'
import { useEffect } from 'react'
import { shell } from '../../client.ts'
import { useLanguage, useT } from '../../i18n/use-t.ts'
import { useShortcut } from '../../ui/keys.ts'
import { PERSONAL_PARTS, type PersonalPart, useOverlays } from '../../ui/overlays.ts'
import { useOwnKeys } from '../../ui/own-keys.ts'
import { PageTabs } from '../../ui/PageTabs.tsx'
import { useQuery } from '../../use-query.ts'
import { ComfortTab } from './ComfortTab.tsx'
import { KeysTab } from './KeysTab.tsx'
import { NoticesTab } from './NoticesTab.tsx'
import { UnreadableOwn } from './UnreadableOwn.tsx'
import type { PersonalProps } from './use-personal.ts'

const PARTS: Record<PersonalPart, (props: PersonalProps) => React.ReactNode> = {
  comfort: (props) => <ComfortTab {...props} />,
  keys: (props) => <KeysTab {...props} />,
  notices: (props) => <NoticesTab {...props} />,
}

/** Makes the window what the signed-in person likes, and holds the dialog in which that is said. */
export function PersonalResident() {
  const t = useT('personal')
  const u = useT('ui')
  const language = useLanguage()
  const { personal, showPersonal } = useOverlays()
  const { data } = useQuery('settings.mine', {}, { topics: ['settings'] })
  const textSize = data?.textSize
  const contrast = data?.contrast
  const keys = data?.keys
  useEffect(() => {
    if (textSize !== undefined) void shell('shell.comfort', { textSize, language })
  }, [textSize, language])
  useEffect(() => {
    if (contrast !== undefined) document.documentElement.dataset.contrast = contrast
  }, [contrast])
  useEffect(() => {
    useOwnKeys.getState().setOwn(keys ?? {})
    return () => useOwnKeys.getState().setOwn({})
  }, [keys])
  const group = u('shell.desk')
  useShortcut({ id: 'personal.open', keys: 'mod+,', label: t('open'), group }, () => showPersonal('comfort'))
  useShortcut({ id: 'notices.open', keys: 'mod+shift+m', label: t('openNotices'), group }, () =>
    showPersonal('notices'),
  )
  if (!data) return null
  return (
    <Modal
      opened={personal !== null}
      onClose={() => showPersonal(null)}
      title={t('title')}
      size="xl"
      closeButtonProps={{ 'aria-label': u('actions.close') }}
    >
      {personal !== null && <UnreadableOwn value={data} />}
      {personal !== null && (
        <PageTabs
          tabs={PERSONAL_PARTS.map((id) => ({
            id,
            label: t(`tabs.${id}`),
            content: () => PARTS[id]({ value: data }),
          }))}
          value={personal}
          onChange={showPersonal}
        />
      )}
    </Modal>
  )
}
