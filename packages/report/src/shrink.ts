/** One of many estimates: its value, its sampling variance, and the group towards which it is shrunk. */
export interface Unshrunk {
  value: number;
  variance: number;
  group: string;
}

export interface Shrunk {
  value: number;
  sd: number;
}

/**
 * Empirical Bayes: each value is drawn towards the average of its group, the more the less is known of it,
 * post = (x/v + μ/τ²)/(1/v + 1/τ²), sd = (1/v + 1/τ²)^−½ (Efron & Morris 1977). The spread τ² between values is the
 * method of moments of DerSimonian & Laird (1986, Control Clin Trials 7:177), with one mean per group.
 */
export function shrink(values: readonly Unshrunk[]): { shrunk: Shrunk[]; tau2: number } {
  const groups = new Map<string, Unshrunk[]>();
  for (const one of values) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  let [q, scale] = [0, 0];
  for (const members of groups.values()) {
    const { mean, weight, squares } = weightedMean(members, 0);
    q += members.reduce((sum, { value, variance }) => sum + (value - mean) ** 2 / variance, 0);
    scale += weight - squares / weight;
  }
  const freedom = values.length - groups.size;
  const tau2 = scale > 0 && freedom > 0 ? Math.max(0, (q - freedom) / scale) : 0;
  const means = new Map([...groups].map(([group, all]) => [group, weightedMean(all, tau2).mean]));
  const shrunk = values.map(({ value, variance, group }) => {
    const mean = means.get(group) ?? value;
    // No spread between values: nothing is known but their average.
    if (tau2 === 0)
      return {
        value: mean,
        sd: Math.sqrt(
          1 / (groups.get(group) ?? []).reduce((sum, one) => sum + 1 / one.variance, 0),
        ),
      };
    const precision = 1 / variance + 1 / tau2;
    return { value: (value / variance + mean / tau2) / precision, sd: Math.sqrt(1 / precision) };
  });
  return { shrunk, tau2 };
}

function weightedMean(values: readonly Unshrunk[], tau2: number) {
  let [weight, squares, sum] = [0, 0, 0];
  for (const { value, variance } of values) {
    const w = 1 / (variance + tau2);
    weight += w;
    squares += w * w;
    sum += w * value;
  }
  return { mean: sum / weight, weight, squares };
}
