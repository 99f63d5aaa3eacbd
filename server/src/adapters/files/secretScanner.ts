import perfHooks from 'node:perf_hooks';
import type { Span } from '../../service/types.ts';

/**
 * Finds credentials with secretlint's recommended rules: tokens of GitHub, GitLab, Slack, npm, cloud providers, model providers,
 * connection strings, basic authentication in addresses. Loaded with the first call.
 */
export async function findSecrets(text: string): Promise<Span[]> {
  const { lintSource, rule } = await (scanner ??= loadScanner());
  const { messages } = await lintSource({
    source: { filePath: 'records.log', content: text, ext: '.log', contentType: 'text' },
    options: {
      config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule }] },
      noPhysicFilePath: true,
    },
  });
  // The scanner marks each of its steps in Node's record of the process, which is never emptied.
  perfHooks.performance.clearMarks();
  perfHooks.performance.clearMeasures();
  return messages.map(({ range: [start, end] }) => ({ start, end }));
}

let scanner: ReturnType<typeof loadScanner> | undefined;

/**
 * Loads the scanner without an observer of its own speed. With one it keeps every mark it has ever set, and looks through all of
 * them at each new one: the thousandth text would take longer than all before it.
 */
async function loadScanner() {
  const { PerformanceObserver } = perfHooks;
  Object.assign(perfHooks, { PerformanceObserver: undefined });
  try {
    const [{ lintSource }, { creator }] = await Promise.all([
      import('@secretlint/core'),
      import('@secretlint/secretlint-rule-preset-recommend'),
    ]);
    return { lintSource, rule: creator };
  } finally {
    Object.assign(perfHooks, { PerformanceObserver });
  }
}
