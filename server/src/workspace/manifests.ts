const names = new Set([
  'package.json',
  'deno.json',
  'deno.jsonc',
  'jsr.json',
  'go.mod',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'Pipfile',
  'requirements.txt',
  'Cargo.toml',
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'composer.json',
  'Gemfile',
  'pubspec.yaml',
  'Package.swift',
  'CMakeLists.txt',
  'mix.exs',
]);
const endings = ['.csproj', '.fsproj', '.sln', '.gemspec', '.cabal'];

/** Whether a file of this name says that its folder is a project of its own. */
export function isManifest(name: string): boolean {
  return names.has(name) || endings.some((ending) => name.endsWith(ending));
}
