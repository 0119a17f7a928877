import { Alert, AlertActionLink } from '@patternfly/react-core';
import type { AlertProps } from '@patternfly/react-core';
import { LinkButton } from '../../components/LinkButton';
import { editTriggerPath, overviewPath, pushPath } from '../../components/paths';
import { placeOf } from '../../domain/chain-places';
import type { ChainFinding, Fix, LinkState } from '../../domain/chain-places';
import type { ImageTrigger } from '../../domain/image-trigger';
import { pushIdOf } from '../../domain/push-id';
import type { ChainLink, TriggerChain } from '../../domain/trigger-chain';
import { chainFindingText, fixText, linkTitle, stateOfLinkText } from '../../i18n/chain-text';
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

/** What is wrong with a link, its evidence and what to do. */
export const ChainNotice = ({ link, ...props }: NoticesProps & { readonly link: ChainLink }) => {
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
          ? t('First broken step: {{title}}', { title })
          : t('{{title}}: {{state}}', { title, state: stateOfLinkText(t, link, props.chain) })
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

/** The links with something to tell: the first broken one, then the others in their order. */
export const linksToTell = ({ links, broken }: TriggerChain): readonly ChainLink[] =>
  [...(broken ? [broken] : []), ...links.filter((link) => link !== broken)].filter(({ findings }) =>
    findings.some(isSaidHere),
  );
