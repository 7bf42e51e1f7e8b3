const MB = 1024 * 1024

/**
 * How many bytes are read of a file that somebody names: a text that a person keeps, a JSON document, and what goes
 * through in pieces or says its own limit, however long.
 */
export const READS = { text: MB, json: 8 * MB, pieces: Number.POSITIVE_INFINITY }
