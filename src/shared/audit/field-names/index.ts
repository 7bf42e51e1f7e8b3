import type { Bilingual } from '../../contract.ts'
import { CALLS } from './calls.ts'
import { CASES } from './cases.ts'
import { COMMON } from './common.ts'
import { DESK } from './desk.ts'
import { MEMBERS } from './members.ts'
import type { FieldNames } from './model.ts'
import { NOTED } from './noted.ts'
import { PEOPLE } from './people.ts'

const NAMES: FieldNames = { ...NOTED, ...PEOPLE, ...MEMBERS, ...CALLS, ...CASES, ...DESK, ...COMMON }

/** What a person calls one field of a call; undefined for one that has no name, such as a key that somebody made up. */
export function fieldNameOf(field: string): Bilingual | undefined {
  const name = Object.hasOwn(NAMES, field) ? NAMES[field] : undefined
  return name && { zh: name[0], en: name[1] }
}

/** The names along a field's path, `changes.city`, from the outside in; a part without a name stands as it is. */
export function fieldPathOf(path: string, nameOf: (name: Bilingual) => string): string {
  return path
    .split('.')
    .map((part) => {
      const name = fieldNameOf(part)
      return name ? nameOf(name) : part
    })
    .join(' · ')
}
