/** metav1.LabelSelector: an object is selected where all of it holds. */
export interface LabelSelector {
  matchLabels?: Record<string, string>;
  matchExpressions?: {
    key: string;
    operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    values?: string[];
  }[];
}

type Labels = Readonly<Record<string, string>>;

/** Whether an object with these labels is selected. */
export type LabelMatcher = (labels: Labels) => boolean;

type Requirement = (key: string, values: readonly string[]) => LabelMatcher;

/** What each operator of a selector asks of the label of a key. */
export const labelRequirements: Record<
  NonNullable<LabelSelector['matchExpressions']>[number]['operator'],
  Requirement
> = {
  In: (key, values) => (labels) => labels[key] !== undefined && values.includes(labels[key]),
  NotIn: (key, values) => (labels) => labels[key] === undefined || !values.includes(labels[key]),
  Exists: (key) => (labels) => Object.hasOwn(labels, key),
  DoesNotExist: (key) => (labels) => !Object.hasOwn(labels, key),
};

export const allOf =
  (matchers: readonly LabelMatcher[]): LabelMatcher =>
  (labels) =>
    matchers.every((matches) => matches(labels));

const nothing: LabelMatcher = () => false;

/** What a label selector selects: all where it is empty, nothing by an operator that is none. */
export const matcherOf = ({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector): LabelMatcher =>
  allOf([
    ...Object.entries(matchLabels).map(([key, value]) => labelRequirements.In(key, [value])),
    ...matchExpressions.map(({ key, operator, values = [] }) =>
      Object.hasOwn(labelRequirements, operator)
        ? labelRequirements[operator](key, values)
        : nothing,
    ),
  ]);
