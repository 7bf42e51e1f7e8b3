import { v7 } from 'uuid'

/**
 * An id for a new row: a UUID of version 7 (RFC 9562). Ids made one after another sort one after another, also when the
 * machine's clock is set back, so that new rows stand together in every index instead of all over the file. They begin
 * with the time: whoever needs something short or random from one takes its end.
 */
export const newId = (): string => v7()
