import { z } from 'zod'
import type { Finding } from '../../shared/liability/model.ts'
import {
  GROUND_NAMES,
  GROUNDS,
  LIABLE_PARTIES,
  MATTER_NAMES,
  MATTERS,
  PARTY_NAMES,
  SHARE_KINDS,
} from '../../shared/liability/words.ts'
import { useT } from '../i18n/use-t.ts'
import { useClasses } from '../ui/classes.ts'
import { namedBy, useName } from '../ui/use-name.ts'
import type { FieldWords } from '../ui/use-record-form.ts'

/** A finding on its way as it is kept: what may still be missing is empty. */
export const writtenFinding = z.object({
  matter: z.enum(MATTERS),
  party: z.enum(LIABLE_PARTIES),
  grounds: z.array(z.enum(GROUNDS)),
  shares: z.array(
    z.object({
      ...{ kind: z.enum(SHARE_KINDS), department: z.string().nullable(), name: z.string(), percent: z.number() },
      partnerId: z.string().nullable().default(null),
    }),
  ),
  ...{ facts: z.string(), basis: z.string(), evidence: z.string() },
})

/** Under which name a person's finding of a case is kept. */
export const draftOfFinding = (subject: string) => ({ kind: 'liability-draft', subject })

const asIs = (text: string) => text

/** What the parts of a finding are called and how each is read where somebody else changed it. */
export function useFindingWords(): FieldWords<Finding> {
  const t = useT('liability')
  const nameOf = useName()
  const { deskNames } = useClasses()
  return {
    matter: [t('fields.matter'), (matter) => nameOf(MATTER_NAMES[matter])],
    party: [t('fields.party'), (party) => nameOf(PARTY_NAMES[party])],
    grounds: [t('fields.grounds'), (grounds) => grounds.map((ground) => nameOf(GROUND_NAMES[ground])).join(' · ')],
    shares: [
      t('fields.shares'),
      (shares) =>
        shares
          .map(({ kind, department, name, percent }) => {
            const desk = department === null ? '' : namedBy(deskNames, department, nameOf)
            return `${kind === 'customer' ? t('fields.customer') : name || desk} ${percent}%`
          })
          .join(' · '),
    ],
    facts: [t('fields.facts'), asIs],
    basis: [t('fields.basis'), asIs],
    evidence: [t('fields.evidence'), asIs],
  }
}
