import { Alert, AlertActionLink, StackItem } from '@patternfly/react-core';
import type { AlertProps } from '@patternfly/react-core';
import { LinkButton } from '../../components/LinkButton';
import { editTriggerPath, overviewPath, pushPath } from '../../components/paths';
import { placeOf } from '../../domain/chain-places';
import type { ChainFinding, Fix, LinkState } from '../../domain/chain-places';
import type { ImageTrigger } from '../../domain/image-trigger';
import { pushIdOf } from '../../domain/push-id';
import type { ChainLink, TriggerChain } from '../../domain/trigger-chain';
import { chainFindingText, fixText, linkStateText, linkTitle } from '../../i18n/chain-text';
import { useT } from '../../i18n/use-t';
import { PauseRecord } from './PauseRecord';
import type { TriggerActions } from './use-trigger-actions';

interface NoticesProps {
  readonly trigger: ImageTrigger;
  readonly chain: TriggerChain;
  readonly start: TriggerActions['start'];
}

/** What the user can do about a finding at once: here, or on the page that is the place for it. */
const FixAction = ({ fix, trigger, chain, start }: NoticesProps & { readonly fix: Fix }) => {
  const t = useT();
  if (fix === 'repair' || fix === 'settle')
    return <AlertActionLink onClick={() => start(fix, trigger)}>{fixText[fix](t)}</AlertActionLink>;
  const pages = {
    edit: editTriggerPath(trigger),
    install: overviewPath(undefined),
    push: chain.newest && pushPath(pushIdOf(chain.newest)),
  };
  const to = pages[fix];
  return to === undefined ? null : (
    <LinkButton variant="link" isInline to={to}>
      {fixText[fix](t)}
    </LinkButton>
  );
};

const variants: Partial<Record<LinkState, AlertProps['variant']>> = {
  broken: 'danger',
  paused: 'info',
};

/** What this version would build otherwise is said object by object, by the notices below. */
const isSaidHere = ({ code }: ChainFinding): boolean => code !== 'outdated';

const Notice = ({ link, ...props }: NoticesProps & { readonly link: ChainLink }) => {
  const t = useT();
  const title = linkTitle[link.id](t);
  const findings = link.findings.filter(isSaidHere);
  const fixes = new Set(findings.flatMap((finding) => placeOf(finding).fix ?? []));
  return (
    <Alert
      component="h3"
      isInline
      variant={variants[link.state] ?? 'warning'}
      title={
        link === props.chain.broken
          ? t('The chain breaks here first: {{title}}', { title })
          : t('{{title}}: {{state}}', { title, state: linkStateText[link.state](t) })
      }
      actionLinks={
        fixes.size > 0 && [...fixes].map((fix) => <FixAction key={fix} fix={fix} {...props} />)
      }
    >
      {findings.map((finding) => (
        <p key={finding.code}>{chainFindingText(t, finding)}</p>
      ))}
      {findings.some(({ code }) => code === 'paused') && <PauseRecord trigger={props.trigger} />}
    </Alert>
  );
};

/** What is wrong with the chain, the first broken link first, as items of a stack. */
export const ChainNotices = (props: NoticesProps) => {
  const { links, broken } = props.chain;
  return [...(broken ? [broken] : []), ...links.filter((link) => link !== broken)]
    .filter(({ findings }) => findings.some(isSaidHere))
    .map((link) => (
      <StackItem key={link.id}>
        <Notice link={link} {...props} />
      </StackItem>
    ));
};
