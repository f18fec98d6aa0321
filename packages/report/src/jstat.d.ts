/** The part of jStat that is used; the package has no types of its own. */
declare module 'jstat' {
  interface Distribution<Parameters extends number[]> {
    cdf(x: number, ...parameters: Parameters): number;
    inv(p: number, ...parameters: Parameters): number;
  }
  const jstat: {
    normal: Distribution<[mean: number, sd: number]>;
    studentt: Distribution<[df: number]>;
    chisquare: Distribution<[df: number]>;
    gammaln(x: number): number;
  };
  export default jstat;
}
