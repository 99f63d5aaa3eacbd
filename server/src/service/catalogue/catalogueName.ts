/** Whether an address or path names a catalogue file. */
export function isCatalogueName(name: string): boolean {
  return /\.error-codes\.(json|ya?ml)$/i.test(name);
}
