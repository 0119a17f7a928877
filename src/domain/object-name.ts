/** Kubernetes' limit (apimachinery pkg/util/validation, DNS1123SubdomainMaxLength). */
const mostCharacters = 253;

const part = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const legal = new RegExp(`^${part}(\\.${part})*$`);

/** Whether an object of most kinds can have this name: a DNS subdomain (RFC 1123). */
export const isObjectName = (name: string): boolean =>
  name.length <= mostCharacters && legal.test(name);
