import type { PersonalSettings } from '../../../shared/settings/personal.ts'
import { useT } from '../../i18n/use-t.ts'
import { tellDone } from '../../ui/notify.ts'
import { useCommand } from '../../use-command.ts'

/** What every part of the personal settings gets: what is kept now. */
export type PersonalProps = { value: PersonalSettings }

/** Changes a part of what is kept, at once; says that it is kept. */
export function usePersonal(value: PersonalSettings) {
  const t = useT('personal')
  const write = useCommand('settings.writeMine')
  const change = async (part: Partial<PersonalSettings>) => {
    const done = await write.run({ ...value, ...part })
    if (done.ok) tellDone(t('saved'))
    return done.ok
  }
  return { change, isBusy: write.isBusy }
}
