import type { ResultsRecord } from '../../../src/k8s/results-record';
import { jsonAnswer, pageNotFound, type Answer } from '../http/answer';
import type { ApiRequest } from '../http/request';
import { isRecord } from '../object';
import type { Authorizer } from '../rbac/authorizer';
import { rbacGroup } from '../rbac/user-facing-roles';
import { resources } from '../resources';
import type { Store } from '../store';
import { filterOf, recordNameOf } from './filter';
import { Records, type KeptRecord } from './records';

const group = 'results.tekton.dev';
const prefix = `/apis/${group}/v1alpha2/`;
const recordsPattern = /^parents\/([^/]+)\/results\/-\/records$/;

/** pkg/api/server/v1alpha2/lister/limit.go */
const pageSizes = { least: 5, most: 10_000, usual: 50 } as const;

/** A refusal as the gateway writes it (grpc-gateway runtime/errors.go), with its gRPC code. */
const refusal = (status: number, code: number, message: string): Answer =>
  jsonAnswer({ code, message, details: [] }, status);

const invalid = (message: string): Answer => refusal(400, 3, message);

/** What a page token says: the last record that was given, and what was asked for. */
interface PageToken {
  readonly filter: string;
  readonly uid: string;
}

const parseToken = (text: string): PageToken | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    const { filter, uid } = isRecord(value) ? value : {};
    return typeof filter === 'string' && typeof uid === 'string' ? { filter, uid } : undefined;
  } catch {
    return undefined;
  }
};

const written = (record: KeptRecord): ResultsRecord & { name: string; uid: string } => ({
  name: recordNameOf(record),
  uid: record.uid,
  create_time: record.createTime,
  data: {
    type: record.type,
    value: Buffer.from(JSON.stringify(record.object)).toString('base64'),
  },
});

/** The roles that Tekton Results brings (config/base/default-clusterroles.yaml). */
const installRole = (store: Store): void => {
  store.create(resources.clusterRoles, {
    metadata: {
      name: 'tekton-results-readonly',
      labels: {
        [`${rbacGroup}/aggregate-to-edit`]: 'true',
        [`${rbacGroup}/aggregate-to-view`]: 'true',
      },
    },
    rules: [
      {
        apiGroups: [group],
        resources: ['results', 'records', 'logs', 'summary'],
        verbs: ['get', 'list'],
      },
    ],
  });
};

/**
 * The API of Tekton Results, as far as lists of records go (`src/k8s/results-record.ts`). It is no
 * part of an API server: that this one answers to its paths is only known to the console's proxy.
 */
export class ResultsApi {
  readonly #records: Records;

  constructor(
    store: Store,
    private readonly authorizer: Authorizer,
  ) {
    installRole(store);
    this.#records = new Records(store);
  }

  stop(): void {
    this.#records.stop();
  }

  serves(path: string): boolean {
    return path.startsWith(prefix);
  }

  answer({ path, query, user }: ApiRequest): Answer {
    const parent = recordsPattern.exec(path.slice(prefix.length))?.[1];
    if (parent === undefined) {
      return pageNotFound;
    }
    const namespace = parent === '-' ? '' : parent;
    if (!this.authorizer.allows(user, { verb: 'list', group, resource: 'records', namespace })) {
      return refusal(401, 16, 'permission denied');
    }
    return this.#list(parent, query);
  }

  #list(parent: string, query: URLSearchParams): Answer {
    const filter = query.get('filter') ?? '';
    const size = Number(query.get('page_size') ?? 0) || pageSizes.usual;
    const order = query.get('order_by') ?? '';
    if (size < pageSizes.least || size > pageSizes.most) {
      return invalid(
        `invalid page size (${size}): value must be greater than ${pageSizes.least} and less than ${pageSizes.most}`,
      );
    }
    if (!['', 'create_time desc'].includes(order)) {
      return invalid(`order_by ${order} is not served here`);
    }
    try {
      const isWanted = filterOf(filter);
      const all = this.#records
        .list()
        .filter((record) => (parent === '-' || record.parent === parent) && isWanted(record));
      return this.#page(all, { filter, size, token: query.get('page_token') ?? '' });
    } catch (error) {
      return invalid(error instanceof Error ? error.message : String(error));
    }
  }

  #page(
    all: readonly KeptRecord[],
    { filter, size, token }: { filter: string; size: number; token: string },
  ): Answer {
    const after = token === '' ? undefined : parseToken(token);
    if (token !== '' && after?.filter !== filter) {
      return invalid('invalid page token: the provided filter differs');
    }
    const start = after === undefined ? 0 : all.findIndex(({ uid }) => uid === after.uid) + 1;
    const page = all.slice(start, start + size);
    const last = page.at(-1);
    const next =
      last !== undefined && start + size < all.length ? { filter, uid: last.uid } : undefined;
    return jsonAnswer({
      ...(page.length === 0 ? {} : { records: page.map(written) }),
      ...(next === undefined
        ? {}
        : { next_page_token: Buffer.from(JSON.stringify(next)).toString('base64url') }),
    });
  }
}
