/** What generated input starts from; another number generates other input: `SEED=... npm test`. */
export const propertySeed = Number(process.env.SEED ?? 20261124);
