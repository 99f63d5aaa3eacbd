import type { Span } from '../service/types.ts';

/**
 * Finds credentials with secretlint's recommended rules: tokens of GitHub, GitLab, Slack, npm, cloud providers, model providers,
 * connection strings, basic authentication in addresses. Loaded with the first call.
 */
export async function findSecrets(text: string): Promise<Span[]> {
  const [{ lintSource }, { creator }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
  ]);
  const { messages } = await lintSource({
    source: { filePath: 'records.log', content: text, ext: '.log', contentType: 'text' },
    options: {
      config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] },
      noPhysicFilePath: true,
    },
  });
  return messages.map(({ range: [start, end] }) => ({ start, end }));
}
