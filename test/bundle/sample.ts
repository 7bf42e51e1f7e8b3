import type { AuditProof, ProofEntry } from '../../src/main/bundle/audit-proof.ts'
import { csvPart, filePart, jsonDocument, jsonPart } from '../../src/main/bundle/parts.ts'
import type { BundleMeta } from '../../src/main/bundle/write.ts'
import { signCheckpoint } from '../../src/main/crypto/checkpoint-note.ts'
import { utf8 } from '../../src/main/crypto/encoding.ts'
import { sha256 } from '../../src/main/crypto/hash.ts'
import type { MinisignSigner } from '../../src/main/crypto/minisign.ts'
import { createSigningKey, openSigningKey, sign } from '../../src/main/crypto/signing.ts'
import {
  type ChainHead,
  canonicalText,
  checkpointOrigin,
  genesisHead,
  linkHash,
} from '../../src/main/rules/audit-chain.ts'

export const STORE = 'store-1'
export const CREATED_AT = Date.UTC(2026, 8, 30, 4, 5, 6)
const dek = new Uint8Array(32).fill(3)

/** A new store's signing key, ready to sign. */
export function newSigner(): MinisignSigner {
  const key = openSigningKey(createSigningKey(dek), dek)
  if (!key) throw new Error('the key did not open')
  return { keyId: key.keyId, publicKey: key.publicKey, sign: (bytes) => sign(key, bytes) }
}

/** A chain of `size` entries, every third about the member, and the proof for its entries after `from`. */
export function newProof(signer: MinisignSigner, size: number, from: number): AuditProof {
  const heads: ChainHead[] = [genesisHead(STORE, sha256)]
  const entries: ProofEntry[] = []
  for (let sequence = 1; sequence <= size; sequence += 1) {
    const body = canonicalText({
      call: 'members.open',
      id: `e-${sequence}`,
      member: sequence % 3 ? 'other' : 'm-1',
      text: '\u2028',
    })
    const hash = linkHash(heads[sequence - 1]?.hash ?? '', sequence, utf8(body), sha256)
    heads.push({ sequence, hash })
    entries.push({ sequence, body, shown: sequence % 3 === 0 })
  }
  const at = (sequence: number): ChainHead => heads[sequence] ?? { sequence: 0, hash: '' }
  const note = (head: ChainHead) => signCheckpoint(signer, { origin: checkpointOrigin(STORE), head })
  return {
    start: { head: at(from), note: from === 0 ? null : note(at(from)) },
    end: { head: at(size), note: note(at(size)) },
    entries: () => [entries.slice(from, 7), entries.slice(Math.max(from, 7))],
  }
}

/** One data file of each kind. */
export function newParts() {
  return [
    jsonDocument('history.json', { member: 'm-1', name: '欧阳娜娜' }),
    jsonPart('calls.json', [
      { id: 1, note: '改签 "加急"' },
      { id: 2, note: '=SUM(A1)' },
    ]),
    csvPart(
      'cases.csv',
      ['编号', '内容'],
      [
        [
          ['C-1', '多行\n"内容",逗号'],
          ['C-2', '=1+1'],
        ],
        [['C-3', null]],
      ],
    ),
    filePart('history.pdf', 'pdf', utf8('%PDF-1.7 not really')),
  ]
}

export const META: BundleMeta = {
  storeId: STORE,
  createdAt: CREATED_AT,
  requester: { id: 'u-1', name: '王经理' },
  purpose: '客户查阅本人资料',
  watermark: '王经理 2026-09-30 12:05',
  subject: { kind: 'member', id: 'M-0001' },
  range: { from: Date.UTC(2026, 0, 1), to: null },
}
