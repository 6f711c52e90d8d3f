interface Colleague {
  id: string;
  name: string;
}

/** Whom a note calls by `@` and name; of names that begin alike (李明, 李明明) the longest counts. */
export const mentionsIn = (text: string, colleagues: Colleague[]): Colleague[] => {
  const longestFirst = [...colleagues].filter(({ name }) => name !== '').sort((one, other) => other.name.length - one.name.length);
  const called = [...text.matchAll(/@/g)].flatMap(({ index }) => {
    const rest = text.slice(index + 1);
    const found = longestFirst.find(({ name }) => rest.startsWith(name));
    return found ? [found] : [];
  });
  return called.filter((colleague, index) => called.findIndex(({ id }) => id === colleague.id) === index);
};
