import { aDraft, aLedger, aPush, aRun, aTrigger, anArchivedRun } from '../testing/builders';
import { plainT } from '../testing/plain-t';
import { historyOf } from '../domain/history';
import { currentImagesOf } from '../domain/validation';
import type { Run } from '../domain/run';
import { statementText } from './validation-text';

const first = 'scan-web-aaaaaaaa-1772366400';

const statementOf = (...runs: readonly Run[]): string => {
  const triggers = [aTrigger()];
  const pushes = aLedger(aPush());
  const rows = historyOf({ ledger: pushes, triggers, runs, now: new Date('2026-03-01T13:00:00Z') });
  const [image] = currentImagesOf({ triggers, rows, pushes });
  return statementText(plainT, image!, image!.validations[0]!);
};

describe('the statement of what a Pipeline says of an image', () => {
  it('names the image, the run and the times', () => {
    expect(statementOf(aRun())).toMatch(
      new RegExp(
        `^images/web:latest is sha256:a+ since 2026-03-01T12:00:00Z\\. PipelineRun ${first} of Pipeline ci/\\S+ succeeded for it at 2026-03-01T12:00:00Z\\.$`,
      ),
    );
  });

  it('says that Tekton Results knows the run, and the cluster not any more', () => {
    const kept = ' The PipelineRun was pruned from the cluster; Tekton Results keeps its record.';
    expect(statementOf(anArchivedRun())).toMatch(/ succeeded for it at 2026-03-01T12:00:00Z\. /);
    expect(statementOf(anArchivedRun()).endsWith(kept)).toBe(true);
    expect(statementOf(anArchivedRun({ status: 'running' }))).toContain(
      'has not passed it: The PipelineRun is gone, and Tekton Results does not know how it ended.',
    );
  });

  it('says of which push the run is, where each image runs once', () => {
    const draft = aDraft({ policy: 'each-image' });
    const triggers = [aTrigger(draft)];
    const pushes = aLedger(aPush({ created: '2026-03-01T12:30:00Z' }));
    const now = new Date('2026-03-01T13:00:00Z');
    const rows = historyOf({ ledger: pushes, triggers, runs: [aRun({ draft })], now });
    const [image] = currentImagesOf({ triggers, rows, pushes });
    expect(statementText(plainT, image!, image!.validations[0]!)).toMatch(
      / is sha256:a+ since 2026-03-01T12:30:00Z\. .* succeeded for it .* of this image at 2026-03-01T12:00:00Z\.$/,
    );
  });

  it.each([
    ['ada', 'ada'],
    ['', 'A user'],
  ])('names those that somebody did not leave it at: %j', (replayedBy, who) => {
    const again = { ...aRun({ name: `${first}-r1` }), replayedBy };
    expect(statementOf(aRun({ status: 'failed' }), again)).toContain(
      `PipelineRun ${first}-r1 of Pipeline`,
    );
    expect(statementOf(aRun({ status: 'failed' }), again)).toMatch(
      new RegExp(` ${who} ran it again after ${first} \\(Failed\\)\\.$`),
    );
  });
});
