/** The WebAssembly file of a grammar; throws when no package has it. */
export declare function findGrammar(grammar: string): string;
