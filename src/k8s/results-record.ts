/**
 * Facts of the API of Tekton Results, v1alpha2 (tektoncd/results), by which runs are read that are
 * not in the cluster any more:
 *
 * - `GET .../parents/NAMESPACE/results/-/records` lists records of all results of a namespace; `-` as
 *   the namespace means all of them (docs/api/README.md, "Reading Records across Results").
 * - Who may is asked of the API server: `list` of `records` in `results.tekton.dev`, in the namespace
 *   or everywhere. Whoever may not is answered 401, like whoever is not known (pkg/api/server/v1alpha2/
 *   auth/rbac.go, `Check`, "to not leak any state"). Tekton's roles give it to view, edit and admin
 *   (config/base/default-clusterroles.yaml).
 * - A page has 5 to 10,000 records (lister/limit.go), and `next_page_token` only where more follow
 *   (lister/lister.go). Filter and order have to be the same for each page (lister/filter.go,
 *   order.go). An answer without records is `{}`: empty fields are left out (cmd/api/main.go,
 *   `MarshalOptions`). Fields are named as in its proto files; older releases wrote `nextPageToken`.
 * - `filter` is CEL that becomes SQL (cel2sql), and the texts in it are not escaped there: only names
 *   may be in it, which have no quotes.
 * - A record has the object as base64 of its JSON (proto/v1alpha2/resources.proto, `Any`). It is
 *   written when its watcher first sees a PipelineRun, and with every change after that; a finalizer
 *   holds the PipelineRun until its end is stored, for 10 minutes at most (pkg/watcher/reconciler/
 *   pipelinerun/reconciler.go, `FinalizeKind`; `store_deadline`). So most runs are there and in the
 *   cluster, and one that was deleted while it ran may lack its end.
 * - OpenShift Pipelines serves it as `tekton-results-api-service` on port 8080 in its own namespace,
 *   with a certificate of the service CA, which the console trusts (tektoncd/operator pkg/reconciler/
 *   openshift/tektonresult/extension.go, `injectResultsAPIServiceCACert`).
 */
export interface ResultsRecord {
  /** RFC 3339: when the watcher first saw the object. */
  readonly create_time?: string;
  readonly data?: {
    /** Such as `tekton.dev/v1.PipelineRun`. */
    readonly type?: string;
    /** Base64 of the object's JSON. */
    readonly value?: string;
  };
}

/** What the ConsolePlugin calls its way to Tekton Results (the chart's console-plugin.yaml). */
export const resultsAlias = 'tekton-results';

/** The kinds of objects that are asked for, as records name them (pkg/watcher/convert, `TypeName`). */
export type RecordType = 'tekton.dev/v1.PipelineRun' | 'tekton.dev/v1.TaskRun';

/** Which records to list, newest first. */
export interface RecordsQuery {
  /** `-`: of all namespaces. */
  readonly parent: string;
  readonly type: RecordType;
  readonly labels?: Readonly<Record<string, string>>;
  readonly name?: string;
  readonly pageSize: number;
  /** Of the page before; empty for the first one. */
  readonly pageToken: string;
}

const filterOf = ({ type, labels = {}, name }: RecordsQuery): string =>
  [
    `data_type == "${type}"`,
    ...Object.entries(labels).map(([key, value]) => `data.metadata.labels["${key}"] == "${value}"`),
    ...(name === undefined ? [] : [`data.metadata.name == "${name}"`]),
  ].join(' && ');

/** The path of a page of records with its query, below where Tekton Results is served. */
export const recordsPath = (query: RecordsQuery): string => {
  const { parent, pageSize, pageToken } = query;
  const params = new URLSearchParams({
    filter: filterOf(query),
    order_by: 'create_time desc',
    page_size: String(pageSize),
    ...(pageToken === '' ? {} : { page_token: pageToken }),
  });
  const path = `apis/results.tekton.dev/v1alpha2/parents/${parent}/results/-/records`;
  return `${path}?${params.toString()}`;
};
