declare module '*.svg' {
  /** Address of the file, or its bytes as a data address. */
  const address: string;
  export default address;
}
