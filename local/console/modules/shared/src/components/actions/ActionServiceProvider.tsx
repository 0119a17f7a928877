import type { Action, ActionServiceProviderProps } from '@openshift-console/dynamic-plugin-sdk';
import {
  isActionProvider,
  isResourceActionProvider,
} from '@openshift-console/dynamic-plugin-sdk/lib/extensions/actions';
import { useResolvedExtensions } from '@openshift/dynamic-plugin-sdk';
import type { FC, ReactElement, ReactNode } from 'react';

type ActionsHook = (scope: unknown) => [actions: Action[], loaded: boolean, error: unknown];

interface Provider {
  uid: string;
  contextId: string;
  useActions: ActionsHook;
}

/** The hooks that plugins contribute; those for a kind go by the kind's reference as context. */
const useProviders = (): [providers: Provider[], resolved: boolean] => {
  const [general, generalResolved] = useResolvedExtensions(isActionProvider);
  const [ofResources, resourcesResolved] = useResolvedExtensions(isResourceActionProvider);
  const providers = [
    ...general.map(({ uid, properties }) => ({
      uid,
      contextId: properties.contextId,
      useActions: properties.provider,
    })),
    ...ofResources.map(({ uid, properties: { model, provider } }) => ({
      uid,
      contextId: [model.group ?? 'core', model.version, model.kind].join('~'),
      useActions: provider,
    })),
  ];
  return [providers, generalResolved && resourcesResolved];
};

interface WithActionsProps {
  providers: Provider[];
  context: Readonly<Record<string, unknown>>;
  actions: Action[];
  children: (actions: Action[]) => ReactNode;
}

/** A provider is a hook, so each one gets a component of its own, nested so that none needs state. */
const WithActionsOf = (props: WithActionsProps & { provider: Provider }): ReactElement => {
  const { provider, context, actions, providers, children } = props;
  const { useActions } = provider;
  const [provided] = useActions(context[provider.contextId]);
  return (
    <WithActions providers={providers} context={context} actions={[...actions, ...provided]}>
      {children}
    </WithActions>
  );
};

const WithActions = ({ providers, ...props }: WithActionsProps): ReactElement => {
  const [provider, ...rest] = providers;
  if (provider === undefined) return <>{props.children(props.actions)}</>;
  return <WithActionsOf key={provider.uid} provider={provider} providers={rest} {...props} />;
};

const ActionServiceProvider: FC<ActionServiceProviderProps> = ({ context, children }) => {
  const [providers, loaded] = useProviders();
  const asked = providers.filter(({ contextId }) => Object.hasOwn(context, contextId));
  return (
    <WithActions providers={asked} context={context} actions={[]}>
      {(actions) => children({ actions, options: actions, loaded, error: undefined })}
    </WithActions>
  );
};

export default ActionServiceProvider;
