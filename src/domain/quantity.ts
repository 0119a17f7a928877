/** Kubernetes' suffixes (apimachinery pkg/api/resource/suffix.go) as factors. */
const factors = new Map(
  Object.entries({
    n: 1e-9,
    u: 1e-6,
    m: 1e-3,
    '': 1,
    k: 1e3,
    M: 1e6,
    G: 1e9,
    T: 1e12,
    P: 1e15,
    E: 1e18,
    Ki: 2 ** 10,
    Mi: 2 ** 20,
    Gi: 2 ** 30,
    Ti: 2 ** 40,
    Pi: 2 ** 50,
    Ei: 2 ** 60,
  }),
);

/** The number that a quantity such as `100m` or `64Mi` stands for; undefined where it is none. */
export const parseQuantity = (quantity: string | undefined): number | undefined => {
  const [, number, suffix = ''] =
    /^(\d+\.?\d*(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(quantity ?? '') ?? [];
  const factor = factors.get(suffix);
  return number === undefined || factor === undefined ? undefined : Number(number) * factor;
};
