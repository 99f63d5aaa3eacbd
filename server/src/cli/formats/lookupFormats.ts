/** How the answer of a look-up can be printed. */
export const lookupFormats = ['pretty', 'json', 'markdown', 'html'] as const;
export type LookupFormat = (typeof lookupFormats)[number];
