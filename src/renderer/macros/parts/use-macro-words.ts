import { CASE_KIND_NAMES } from '../../../shared/cases/words.ts'
import type { Bilingual } from '../../../shared/contract.ts'
import type { MacroConditions, MacroRow } from '../../../shared/macros/model.ts'
import { useT } from '../../i18n/use-t.ts'
import { useClasses } from '../../ui/classes.ts'
import { namedBy, useName } from '../../ui/use-name.ts'

/** Words for what a macro is offered for and how often it was used. */
export function useMacroWords() {
  const t = useT('macros')
  const u = useT('ui')
  const nameOf = useName()
  const { categoryNames } = useClasses()
  const forText = ({ kinds, categories, tiers }: MacroConditions) => {
    const names = [
      ...kinds.map((kind) => nameOf(CASE_KIND_NAMES[kind])),
      ...categories.map((code) => namedBy(categoryNames, code, nameOf)),
      ...tiers.map((tier) => u(`tiers.${tier}`)),
    ]
    return names.length === 0 ? t('anyCase') : names.join(t('comma'))
  }
  const usedText = ({ uses, undone }: Pick<MacroRow, 'uses' | 'undone'>) =>
    undone === 0 ? t('used', { count: uses }) : t('usedUndone', { count: uses, undone })
  /** Both names of a macro; one where it has no other. */
  const namesText = ({ zh, en }: Bilingual) => [zh, en].filter((name) => name !== '').join(' / ')
  return { forText, usedText, namesText }
}
