/** Steps in which everything in the window grows: for people who read more easily in larger type. */
export const TEXT_SIZES = ['normal', 'large', 'largest'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** By how much everything grows at each step. */
export const SIZE_FACTOR: Record<TextSize, number> = { normal: 1, large: 1.12, largest: 1.25 }

export const CONTRASTS = ['normal', 'high'] as const
export type Contrast = (typeof CONTRASTS)[number]
