import type { Outcome } from '../domain/timeline';

/** PatternFly's tokens, which follow the theme of the console. */
export const outcomeColor: Record<Outcome, string> = {
  succeeded: 'var(--pf-t--global--color--status--success--default)',
  failed: 'var(--pf-t--global--color--status--danger--default)',
  missed: 'var(--pf-t--global--color--status--warning--default)',
  'under-way': 'var(--pf-t--global--color--brand--default)',
  other: 'var(--pf-t--global--icon--color--disabled)',
};
