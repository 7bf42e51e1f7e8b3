import { ModalsProvider } from '@mantine/modals'
import { Suspense, useEffect } from 'react'
import { useT } from '../i18n/use-t.ts'
import { pages, pagesFor } from '../pages.ts'
import { useActivity } from '../session/idle.ts'
import { useSession } from '../session/store.ts'
import styles from './Desk.module.css'
import { DeskHeader } from './DeskHeader.tsx'
import { DeskKeys } from './DeskKeys.tsx'
import { DeskNav } from './DeskNav.tsx'
import { useNavigation } from './navigation.ts'
import { PageFrame } from './PageFrame.tsx'
import { slots } from './slots.ts'
import { AwaitedReads, UntoldFailures } from './UntoldReads.tsx'

/** Reads what the desk shows first, so that it is there when somebody has signed in. */
export function prepareParts(): void {
  const parts = [pages.cases.component, ...slots.headerActions, ...slots.callBar, ...slots.resident]
  for (const part of parts) void part.prepare()
}

/** What a signed-in person works in: header, navigation, the open page. */
export function Desk() {
  const t = useT('ui')
  const role = useSession((state) => state.user?.role)
  const place = useNavigation((state) => state.place)
  const go = useNavigation((state) => state.go)
  useActivity()

  const allowed = role === undefined ? [] : pagesFor(role)
  const first = allowed[0]?.id
  const isAllowed = place !== null && allowed.some((page) => page.id === place.page)
  useEffect(() => {
    if (!isAllowed && first !== undefined) go(first)
  }, [isAllowed, first, go])

  const Page = place !== null && isAllowed ? pages[place.page].component : null
  return (
    // Dialogs belong to the desk: when it locks, an open one goes with it.
    <ModalsProvider>
      <div className={styles.desk}>
        <button type="button" className={styles.skip} onClick={focusContent}>
          {t('shell.skip')}
        </button>
        <DeskHeader />
        <DeskNav />
        <main id="content" className={styles.content} tabIndex={-1}>
          <UntoldFailures />
          {Page !== null && place !== null && (
            <PageFrame key={place.page}>
              <Page params={place.params} />
            </PageFrame>
          )}
        </main>
        <AwaitedReads />
        <DeskKeys />
        <Suspense fallback={null}>
          {slots.resident.map((Resident, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is fixed when the program is built
            <Resident key={index} />
          ))}
        </Suspense>
      </div>
    </ModalsProvider>
  )
}

function focusContent(): void {
  document.getElementById('content')?.focus()
}
