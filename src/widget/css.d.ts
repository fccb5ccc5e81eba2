/** The bundler turns a stylesheet into a string. */
declare module '*.css' {
  const text: string;
  // eslint-disable-next-line import-x/no-default-export -- What a bundler makes of a text file.
  export default text;
}
