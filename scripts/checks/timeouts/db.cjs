// Jest takes no timeout per project; hooks and tests of this kind may take this long.
jest.setTimeout(240 * 1000);
