import assert from 'node:assert/strict';
import { eventListenerKind } from '../../../src/k8s/event-listener';
import { pipelineRunKind } from '../../../src/k8s/pipeline-run';
import type { K8sObject } from '../../../src/k8s/resource';
import { clusterInterceptorKind } from '../cel-interceptor';
import { eventually } from '../eventually';
import { eventOf, piecesOf, runNameOf } from '../later-pieces';
import { sendToListener } from '../listener-door';
import { lame, ListenerPair, witness } from '../listener-pair';
import { readyOf } from '../readiness';
import { isOfSource, relayRights } from '../relay-rights';
import type { Right } from '../relay-rights';
import type { Scenario } from '../scenario';
import type { ScenarioContext } from '../scenario-context';

/**
 * A listener that may list but not watch lists again after a back-off that doubles from 0.8 s on
 * (client-go tools/cache/reflector.go, defaultBackoffInit): it would need most of a minute to see
 * so many things that come one after the other, each before it is needed.
 */
const mostRounds = 6;

/** Without a list it never has all that it waits for before it listens, until it may. */
const expectNotReady = async (context: ScenarioContext, right: Right): Promise<void> => {
  const pair = new ListenerPair(context, right);
  try {
    await pair.start('lists first');
    // Whatever the one listener still has to do takes the other one as long, which began later.
    await pair.untilReady(witness);
    assert.notEqual(await readyOf(pair.watched(lame)), 'True', 'the listener is Ready');
    await pair.giveBack();
    await pair.untilReady(lame);
  } finally {
    await pair.close();
  }
};

/** Sees to it that two listeners hear of the same events. */
class Rounds {
  readonly always: string;
  readonly names: readonly string[];

  constructor(
    private readonly context: ScenarioContext,
    private readonly resource: string,
    private readonly pair: ListenerPair,
  ) {
    const { pipelines } = context.projects;
    this.always = `${pipelines}-always`;
    this.names = Array.from({ length: mostRounds }, (_, round) => `${pipelines}-${round}`);
  }

  /** Creates one Trigger that is complete, and all the others but for what comes last. */
  async prepare(): Promise<void> {
    await this.pair.apply(await this.piecesOf(this.always, ''));
    for (const name of this.names) {
      const pieces = await this.piecesOf(name);
      await this.pair.apply(pieces.filter(({ kind }) => kind.plural !== this.resource));
    }
  }

  /** Creates what the Trigger of a round still lacks. */
  async complete(name: string): Promise<void> {
    if (this.resource === eventListenerKind.plural) {
      const entry = { op: 'add', path: '/spec/triggers/-', value: { triggerRef: name } } as const;
      for (const listener of [lame, witness])
        await this.context.admin.patch(eventListenerKind, this.keyOf(listener), [entry]);
      return;
    }
    const pieces = await this.piecesOf(name);
    const late = pieces.filter(({ kind }) => kind.plural === this.resource);
    assert.equal(late.length, 1, `nothing shows whether a listener watches ${this.resource}`);
    await this.pair.apply(late);
  }

  /** Sends the event of a round to the listener that may watch until it runs. */
  async untilSeen(name: string): Promise<void> {
    await eventually(this.context.cluster.patienceMs, async () => {
      await this.send(witness, name, name);
      assert.ok(await this.hasRun(witness, name, name), `the witness does not see ${name}`);
    });
  }

  /** Whether the other listener runs the event of a round. */
  async isSeenByLame(name: string): Promise<boolean> {
    await this.send(lame, name, name);
    // Its next event, which it answers whatever it sees, tells that it is done with this one.
    await this.send(lame, this.always, name);
    await eventually(this.context.cluster.patienceMs, async () => {
      assert.ok(await this.hasRun(lame, this.always, name), `no run that is there always`);
    });
    return this.hasRun(lame, name, name);
  }

  private async send(listener: string, round: string, during: string): Promise<void> {
    const { cluster, projects } = this.context;
    const body = eventOf(round, `${listener}-${during}`);
    await sendToListener(
      cluster,
      { namespace: projects.pipelines, listener },
      { headers: {}, body },
    );
  }

  private async hasRun(listener: string, round: string, during: string): Promise<boolean> {
    const name = runNameOf(round, `${listener}-${during}`);
    return (await this.context.admin.get(pipelineRunKind, this.keyOf(name))) !== undefined;
  }

  private async piecesOf(name: string, last = this.resource) {
    const cel = await this.context.admin.get<K8sObject & { spec: object }>(clusterInterceptorKind, {
      name: 'cel',
    });
    assert.ok(cel, 'there is a ClusterInterceptor cel');
    const { pipelines: namespace } = this.context.projects;
    return piecesOf({ namespace, name, last, celSpec: cel.spec });
  }

  private keyOf(name: string) {
    return { namespace: this.context.projects.pipelines, name };
  }
}

/** Without a watch it listens, and does not see what comes later. */
const expectNotSeen = async (context: ScenarioContext, right: Right): Promise<void> => {
  const pair = new ListenerPair(context, right);
  try {
    const rounds = new Rounds(context, right.resource, pair);
    await rounds.prepare();
    await pair.start('as it likes');
    await pair.untilReady(lame);
    await pair.untilReady(witness);
    for (const name of rounds.names) {
      await rounds.complete(name);
      await rounds.untilSeen(name);
      if (!(await rounds.isSeenByLame(name))) return;
    }
    assert.fail(`the listener has seen all of ${mostRounds} things as soon as they were there`);
  } finally {
    await pair.close();
  }
};

const proofs = new Map([
  ['list', { breakage: 'the listener is not Ready', run: expectNotReady }],
  ['watch', { breakage: 'the listener does not see what is new', run: expectNotSeen }],
]);

/** What the listener reads, and cannot do without: one scenario a right. */
export const listenerReadScenarios: readonly Scenario[] = relayRights
  .filter((right) => !isOfSource(right) && right.verb !== 'create')
  .map((right) => {
    const { role, resource, verb } = right;
    const proof = proofs.get(verb);
    if (!proof) throw new Error(`Nothing shows that a listener needs ${verb} on ${resource}.`);
    return {
      title: `without ${verb} on ${resource}, ${proof.breakage}`,
      // Takes it from every listener of the cluster.
      ...(role === 'cluster' && { exclusive: true as const }),
      run: (context) => proof.run(context, right),
    };
  });
