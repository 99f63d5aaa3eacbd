/** Answers a question about each object when it is first asked, and keeps the answer as long as the object lives. */
export function onceFor<Key extends object, Answer>(ask: (key: Key) => Answer): (key: Key) => Answer {
  const known = new WeakMap<Key, { readonly answer: Answer }>();
  return (key) => {
    let found = known.get(key);
    if (!found) known.set(key, (found = { answer: ask(key) }));
    return found.answer;
  };
}
