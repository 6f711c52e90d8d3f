import { createHash } from 'node:crypto';

/**
 * What a theme's addresses are made of: stable, ASCII, and known from its words alone, since classes are free text. Nothing sorts out
 * two themes of one code, so it is as long as makes that out of the question.
 */
export const themeCode = (theme: string): string => createHash('sha256').update(theme.trim()).digest('hex').slice(0, 16);

/** A theme's code within the pattern of an address. */
export const THEME_CODE = '[0-9a-f]{16}';
