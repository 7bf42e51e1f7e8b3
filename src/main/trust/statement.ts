import { refuse } from '../../shared/failure.ts'
import { verify } from '../crypto/ed25519.ts'
import { fromBase64, toBase64, utf8 } from '../crypto/encoding.ts'
import { sha256 } from '../crypto/hash.ts'
import { type SigningKey, sign } from '../crypto/signing.ts'
import type { Ctx } from '../engine/handler.ts'
import { canonicalText } from '../rules/audit-chain.ts'
import type { TextRecord } from './text-queries.ts'

/** What somebody said yes to, word for word: the text, who, and when; the same bytes whenever it is asked for. */
export function statementOf(ctx: Ctx, text: TextRecord, userId: string, typedName: string, at: number): string {
  const { id, kind, version, title, body } = text
  const domain = 'vip-desk statement v1'
  const storeId = ctx.desk.open?.storeId ?? ''
  return canonicalText({ domain, storeId, textId: id, kind, version, title, body, userId, typedName, at })
}

export function digestOf(statement: string): string {
  return sha256(statement)
}

/** The desk's signature over a statement, as base64. */
export function signStatement(ctx: Ctx, statement: string): string {
  return toBase64(sign(keyOf(ctx), utf8(statement)))
}

/** True when the desk's own key signed exactly this statement. */
export function isGenuine(ctx: Ctx, statement: string, signature: string): boolean {
  const bytes = fromBase64(signature)
  return bytes !== undefined && verify(keyOf(ctx).publicKey, utf8(statement), bytes)
}

export function publicKeyText(ctx: Ctx): string {
  return toBase64(keyOf(ctx).publicKey)
}

function keyOf({ desk }: Ctx): SigningKey {
  if (!desk.open) refuse('store-missing')
  return desk.open.keys.signing
}
