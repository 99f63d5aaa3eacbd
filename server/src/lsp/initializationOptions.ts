import type { InitializationOptions } from '../protocol/protocol.ts';

/** Reads the options that a client passed at start: values of the right type are taken, others are left out. */
export function readInitializationOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { ripgrepPath, commandLinks, trusted, settings, version, translations } = value as Record<string, unknown>;
  return {
    ...(typeof ripgrepPath === 'string' ? { ripgrepPath } : {}),
    ...(typeof commandLinks === 'boolean' ? { commandLinks } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    ...(isTranslations(translations) ? { translations } : {}),
    settings,
  };
}

function isTranslations(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');
}
