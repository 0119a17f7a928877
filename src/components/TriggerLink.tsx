import { Link } from 'react-router';
import { triggerPath } from './paths';

/** A link to the details of an image trigger. */
export const TriggerLink = ({
  trigger,
}: {
  readonly trigger: { readonly namespace: string; readonly name: string };
}) => <Link to={triggerPath(trigger)}>{trigger.name}</Link>;
