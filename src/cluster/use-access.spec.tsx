import { screen } from '@testing-library/react';
import { useState } from 'react';
import type { AccessQuestion } from '../domain/access';
import { roleKind } from '../k8s/role';
import { triggerKind } from '../k8s/trigger';
import { renderPage } from '../testing/render-page';
import { actAs, fail, startShop } from '../testing/shop';
import { currentUser } from './current-user';
import { useDenied, useMay } from './use-access';

const questions: AccessQuestion[] = [
  { kind: triggerKind, verb: 'create', namespace: 'supply-chain' },
  { kind: roleKind, verb: 'create', namespace: 'supply-chain' },
  { kind: triggerKind, verb: 'list', namespace: undefined },
];

const Page = () => {
  const may = useMay(questions[0]!);
  const denied = useDenied(questions);
  return (
    <>
      <p>{`may: ${may}`}</p>
      <p>{`denied: ${denied?.map(({ verb, kind }) => `${verb} ${kind.plural}`).join(', ')}`}</p>
    </>
  );
};

const AskingPage = () => {
  const [asking, setAsking] = useState(false);
  return asking ? <Page /> : <button onClick={() => setAsking(true)}>Ask</button>;
};

const open = { page: <Page />, route: '/', at: '/' };

const reviews = { path: 'selfsubjectaccessreviews' };

describe('what a user may do', () => {
  it.each([
    ['admin', 'true', ''],
    ['editor', 'true', 'create roles, list triggers'],
    ['nobody', 'false', 'create triggers, create roles, list triggers'],
  ] as const)('is asked of the API server: %s', async (as, may, denied) => {
    await renderPage({ ...open, as });
    expect(await screen.findByText(`may: ${may}`)).toBeInTheDocument();
    expect(await screen.findByText(`denied: ${denied}`.trim())).toBeInTheDocument();
  });

  it('is open until the API server has answered, and nobody is held up where it does not', async () => {
    const { cluster, user } = await renderPage({ ...open, page: <AskingPage /> });
    await fail(cluster, { match: reviews, respond: { status: 500 }, delayMs: 50 });
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    await user.click(screen.getByRole('button', { name: 'Ask' }));
    expect(screen.getByText('may: undefined')).toBeInTheDocument();
    expect(screen.getByText('denied: undefined')).toBeInTheDocument();
    expect(await screen.findByText('may: true')).toBeInTheDocument();
    expect(await screen.findByText('denied:')).toBeInTheDocument();
    warn.mockRestore();
  });
});

describe('currentUser', () => {
  it('is whom the API server takes us for', async () => {
    actAs(await startShop(), 'editor');
    expect(await currentUser()).toBe('editor');
  });

  it('is unknown where the API server does not say', async () => {
    const cluster = await startShop();
    await fail(cluster, { match: { path: 'selfsubjectreviews' }, respond: { status: 404 } });
    expect(await currentUser()).toBeUndefined();
  });
});
