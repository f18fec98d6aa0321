declare module '*.css?inline' {
  const text: string;
  export default text;
}
declare module '*.css' {}
declare module '*.sql' {
  const text: string;
  export default text;
}
