import { CASE_KIND_NAMES, SEVERITY_NAMES } from '../../shared/cases/words.ts'
import type { FieldWhen, WorkflowNeed } from '../../shared/workflow/model.ts'
import { sayIfKnown, useT } from '../i18n/use-t.ts'
import { useClasses } from '../ui/classes.ts'
import { useNameOf } from './use-name-of.ts'

/** A need in words: what must be there or must not, what else will do, with which values, and in which cases. */
export function useNeedWords(recordWords: (record: string) => string): (need: WorkflowNeed) => string {
  const t = useT('workflow')
  const nameOf = useNameOf()
  const { channelNames } = useClasses()
  const conditions = ({ kinds, channels, severities, isComplex, mentions }: FieldWhen): string[] => [
    ...(kinds ? [kinds.map((kind) => nameOf(CASE_KIND_NAMES[kind])).join('/')] : []),
    ...(channels ? [channels.map((code) => nameOf(channelNames[code] ?? { zh: code, en: code })).join('/')] : []),
    ...(severities ? [severities.map((severity) => nameOf(SEVERITY_NAMES[severity])).join('/')] : []),
    ...(isComplex === undefined ? [] : [t(isComplex ? 'state.complex' : 'state.simple')]),
    ...(mentions === undefined ? [] : [t('state.mentions', { name: recordWords(mentions) })]),
  ]
  return ({ record, orElse, is, isAbsent, when }) => {
    const name = recordWords(record)
    const values = is?.map((value) => sayIfKnown(`cases:options.${value}`) ?? value).join('/')
    const there = values === undefined ? name : t('state.valued', { name, values })
    const others = orElse.map(recordWords).join('/')
    const said = others === '' ? there : t('state.orElse', { name: there, others })
    const whole = isAbsent ? t('state.absent', { name }) : said
    const only = when ? conditions(when).join(' · ') : ''
    return only === '' ? whole : t('state.only', { name: whole, when: only })
  }
}
