/** Codes that no real file holds, except for the first ones, which are those of the built-in catalogue's common stock. */
export function generateCodes(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => (index === 0 ? 'NOT_FOUND' : `GENERATED_PROBLEM_${index}`));
}

/** A catalogue file of so many codes, as YAML. */
export function generateCatalogue(count: number): string {
  const codes = generateCodes(count).map(
    (code) => `  - code: ${code}\n    status: 400\n    cause: The request met problem ${code}\n`,
  );
  return `id: generated\ntitle: Generated API\ndetect:\n  hosts: [api.pikzels.com]\ncodes:\n${codes.join('')}`;
}
