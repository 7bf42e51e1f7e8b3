import { CONTACT_CHANNEL_NAMES } from '../../../shared/cases/axes.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import type { WorkflowField } from '../../../shared/workflow/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { useName } from '../../ui/use-name.ts'
import { optionTexts } from '../option-texts.ts'

type OptionKey = keyof typeof optionTexts.zh

const isOption = (code: string): code is OptionKey => Object.hasOwn(optionTexts.zh, code)

/** The words for a choice of a step's form; a code that nobody named is shown as it is. */
export function useOptionName(): (code: string) => string {
  const t = useT('cases')
  const nameOf = useName()
  const { deskNames } = useClasses()
  const table: Readonly<Record<string, Bilingual>> = { ...CONTACT_CHANNEL_NAMES, ...deskNames }
  return (code) => {
    const name = table[code]
    if (name) return nameOf(name)
    return isOption(code) ? t(`options.${code}`) : code
  }
}

/** The choices of a field; a field without its own list is about departments. */
export function useOptions(): (field: WorkflowField) => { value: string; label: string }[] {
  const optionName = useOptionName()
  const nameOf = useName()
  const { offeredDeskNames } = useClasses()
  return ({ options, optionNames }) =>
    (options ?? Object.keys(offeredDeskNames)).map((value) => {
      const own = optionNames?.[value]
      return { value, label: own ? nameOf(own) : optionName(value) }
    })
}
