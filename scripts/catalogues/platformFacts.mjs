// The facts that the packages of platforms hold about their errors: see facts.mjs.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** By catalogue. @type {Readonly<Record<string, readonly import('./facts.mjs').Source[]>>} */
export const platformSources = {
  kubernetes: [
    { registry: 'go', name: 'k8s.io/apimachinery', version: 'v0.37.2', read: readApiMachinery },
    { registry: 'go', name: 'k8s.io/kubernetes', version: 'v1.37.2', read: readKubelet },
    { registry: 'pypi', name: 'kubernetes', version: '37.0.2', read: readKubernetesPython },
  ],
};

const text = (...parts) => readFileSync(path.join(...parts), 'utf8');

function readApiMachinery(folder) {
  const types = text(folder, 'pkg/apis/meta/v1/types.go');
  const reasons = [...types.matchAll(/^\t((?:StatusReason|CauseType)\w+) +(?:StatusReason|CauseType) = "(\w+)"/gm)];
  const asking = [...text(folder, 'pkg/api/errors/errors.go').matchAll(/^func (Is\w+)\(err error\) bool/gm)]
    // They ask about the form of the answer, not for a reason.
    .filter(([, name]) => !name.startsWith('IsUnexpected'));
  return {
    classes: [
      ...reasons.map(([, name, code]) => ({ name: `v1.${name}`, language: 'go', code })),
      ...asking.map(([, name]) => ({ name: `errors.${name}`, language: 'go' })),
    ],
    codes: reasons.map(([, , code]) => code),
  };
}

function readKubelet(folder) {
  const files = ['container/sync_result.go', 'images/types.go', 'kuberuntime/kuberuntime_container.go'];
  const found = files.flatMap((file) => [
    ...text(folder, 'pkg/kubelet', file).matchAll(/^(?:var|\t)\s*Err\w+\s*= errors\.New\("([A-Z]\w*)"\)/gm),
  ]);
  return { classes: [], codes: found.map(([, code]) => code) };
}

function readKubernetesPython(folder) {
  const found = text(folder, 'kubernetes/client/exceptions.py').matchAll(/^class (OpenApi\w+|ApiException)\((\w+)\):/gm);
  const classes = [...found].map(([, name, base]) => ({
    name,
    language: 'python',
    ...(base === 'Exception' ? {} : { extends: base }),
  }));
  return { classes, codes: [] };
}
