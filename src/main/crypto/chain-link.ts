import type { LinkHash } from '../rules/audit-chain.ts'
import { LINK_DOMAIN } from '../rules/audit-chain.ts'
import { sha256 } from './hash.ts'

const PREVIOUS = LINK_DOMAIN.length
const SEQUENCE = PREVIOUS + 32
const BODY = SEQUENCE + 8

/**
 * linkBodyHash of rules/audit-chain.ts for a long chain: one piece of memory serves every link, and Node's own code
 * reads the digits. Throws RangeError for a hash that is not 64 hexadecimal digits.
 */
export function chainLinker(): LinkHash {
  const bytes = Buffer.alloc(BODY + 32)
  bytes.write(LINK_DOMAIN, 'latin1')
  return (previous, sequence, bodyHash) => {
    const written = bytes.write(previous, PREVIOUS, 32, 'hex') + bytes.write(bodyHash, BODY, 32, 'hex')
    if (written !== 64) throw new RangeError('a hash is 64 hexadecimal digits')
    bytes.writeUInt32BE(Math.floor(sequence / 2 ** 32), SEQUENCE)
    bytes.writeUInt32BE(sequence % 2 ** 32, SEQUENCE + 4)
    return sha256(bytes)
  }
}
