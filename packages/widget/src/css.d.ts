declare module '*.css?inline' {
  /** The minified text of the style sheet. */
  const css: string;
  export default css;
}
