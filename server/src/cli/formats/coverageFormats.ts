/** How a coverage can be printed. */
export const coverageFormats = ['pretty', 'json', 'markdown', 'html'] as const;
export type CoverageFormat = (typeof coverageFormats)[number];
