import type { ChainFinding } from '../domain/chain-places';
import type { Finding } from '../domain/health';

/** One of every finding about an image trigger. */
export const healthFindings: Record<Finding['code'], Finding> = {
  'source-missing': { code: 'source-missing' },
  'source-not-ready': { code: 'source-not-ready', message: 'NotFound: no sink' },
  'listener-missing': { code: 'listener-missing' },
  'listener-not-ready': { code: 'listener-not-ready', message: 'no pods' },
  'sink-port': { code: 'sink-port', sink: 'http://el-a.ci', address: 'http://el-a.ci:8080' },
  'template-missing': { code: 'template-missing' },
  'pipeline-missing': { code: 'pipeline-missing', pipeline: 'scan' },
  'params-missing': { code: 'params-missing', pipeline: 'scan', params: 'LEVEL, KEY' },
  'account-missing': { code: 'account-missing', account: 'signer' },
  'changed-by-hand': { code: 'changed-by-hand' },
  'lane-changed': { code: 'lane-changed' },
  'newer-builder': { code: 'newer-builder', builder: '2.0.0', version: '1.2.3' },
  outdated: { code: 'outdated', builder: '0.9.0', version: '1.2.3', objects: 3 },
  'lanes-missing': { code: 'lanes-missing', found: 3, expected: 4 },
  'partly-active': { code: 'partly-active' },
  'edit-unfinished': { code: 'edit-unfinished' },
  overload: { code: 'overload', calls: 400, stream: 'images/web', kilobytes: 1400 },
  paused: { code: 'paused' },
};

/** One of every other finding about the chain of a trigger. */
export const aroundFindings: Record<
  Exclude<ChainFinding['code'], Finding['code']>,
  ChainFinding
> = {
  'not-installed': {
    code: 'not-installed',
    prerequisite: { id: 'knative-eventing', state: 'missing' },
  },
  'stream-missing': { code: 'stream-missing', stream: 'images/web' },
  'import-failing': { code: 'import-failing', tags: ['latest'] },
  'clock-skew': { code: 'clock-skew', direction: 'ahead', seconds: 90 },
  'interceptor-missing': { code: 'interceptor-missing' },
  'matches-nothing': { code: 'matches-nothing', pushes: 7 },
  'run-refused': { code: 'run-refused', message: 'exceeded quota: runs' },
  'push-missed': { code: 'push-missed', tags: ['latest'] },
  'push-alias': { code: 'push-alias', tags: ['latest'] },
  'push-superseded': { code: 'push-superseded', tags: ['latest'] },
};
