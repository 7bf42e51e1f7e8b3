import type { Day } from '../../shared/time.ts'
import type { Random } from './random.ts'

// As far as we know not given to the public when this was written: nobody's telephone rings.
const MOBILE_GROUPS = ['154', '160', '161', '163', '164', '168', '169']

const digits = (random: Random, count: number) => Array.from({ length: count }, () => random.between(0, 9)).join('')

/** A Chinese mobile number as files keep it, of a group that is nobody's. */
export function makeMobile(random: Random): string {
  return `+86${random.pick(MOBILE_GROUPS)}${digits(random, 8)}`
}

/** A British number of the stretch that the regulator keeps for films. */
export function makeForeignMobile(random: Random): string {
  return `+447700900${digits(random, 3)}`
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** An identity number that passes GB 11643 but names a whole province, which no person's does. */
export function makeIdentity(random: Random, division: string, birth: Day, sex: 'female' | 'male'): string {
  const order = random.between(0, 499) * 2 + (sex === 'male' ? 1 : 0)
  const body = `${division}0000${birth.replaceAll('-', '')}${String(order).padStart(3, '0')}`
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + ('10X98765432'[sum % 11] ?? '')
}

/** A passport number of a series that is left out, because its letter looks like a digit. */
export function makePassport(random: Random): string {
  return `EI${digits(random, 7)}`
}

/** A Hong Kong and Macao permit from the far end of the numbers. */
export function makePermit(random: Random): string {
  return `H99${digits(random, 6)}`
}

/** A ticket of an airline number that nobody has. */
export function makeTicket(random: Random): string {
  return `000${digits(random, 10)}`
}

const PNR_LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ'

/** A booking reference of six letters. */
export function makePnr(random: Random): string {
  return Array.from({ length: 6 }, () => PNR_LETTERS[random.between(0, PNR_LETTERS.length - 1)]).join('')
}

/** A telephone on somebody's desk. */
export function makeOffice(random: Random, area: string): string {
  return `${area}-0000${digits(random, 4)}`
}
