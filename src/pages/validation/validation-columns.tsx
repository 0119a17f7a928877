import { isClusterImages } from '../../domain/push';
import { Timestamp } from '@openshift-console/dynamic-plugin-sdk';
import { Content, Label } from '@patternfly/react-core';
import type { Column } from '../../components/DataTable';
import { verdictLooks } from '../../components/verdict-looks';
import { Digest } from '../../components/Digest';
import { KindLink } from '../../components/KindLink';
import { StreamLink } from '../../components/StreamLink';
import { pipelineKey, pipelineRefOf, verdicts, worstOf } from '../../domain/validation';
import type { CurrentImage, PipelineRef, Validation } from '../../domain/validation';
import { useT } from '../../i18n/use-t';
import type { Translate } from '../../i18n/use-t';
import { verdictText } from '../../i18n/validation-text';
import { namespaceKind } from '../../k8s/namespace';
import { VerdictLabel } from './VerdictLabel';

/** More Pipelines than this share one column: a table of more is wider than a screen. */
const mostColumns = 4;

const isOf =
  (pipeline: PipelineRef) =>
  (validation: Validation): boolean => {
    const ref = pipelineRefOf(validation);
    return ref !== undefined && pipelineKey(ref) === pipelineKey(pipeline);
  };

const rank = (validations: readonly Validation[]): number | undefined =>
  validations.length === 0 ? undefined : verdicts.indexOf(worstOf(validations));

/** The name of a Pipeline, with its project where another one has its name. */
const titleOf = (pipeline: PipelineRef, all: readonly PipelineRef[]): string =>
  all.filter(({ name }) => name === pipeline.name).length > 1
    ? pipelineKey(pipeline)
    : pipeline.name;

/** What a Pipeline made of an image, by each image trigger that runs it. */
const PipelineCell = ({
  image,
  pipeline,
}: {
  readonly image: CurrentImage;
  readonly pipeline: PipelineRef;
}) => {
  const t = useT();
  const own = image.validations.filter(isOf(pipeline));
  if (own.length === 0) return <Content component="small">{t('Not bound')}</Content>;
  return own.map((validation) => (
    <div key={validation.row.key}>
      <VerdictLabel image={image} validation={validation} />
    </div>
  ));
};

const columnOfPipeline = (
  pipeline: PipelineRef,
  all: readonly PipelineRef[],
): Column<CurrentImage> => ({
  id: `pipeline ${pipelineKey(pipeline)}`,
  title: titleOf(pipeline, all),
  wrapsTitle: true,
  width: 10,
  cell: (image) => <PipelineCell image={image} pipeline={pipeline} />,
  sortKey: ({ validations }) => rank(validations.filter(isOf(pipeline))),
});

const columnOfAll = (t: Translate): Column<CurrentImage> => ({
  id: 'pipelines',
  title: t('Pipelines'),
  cell: (image) =>
    image.validations.map((validation) => (
      <div key={validation.row.key}>
        {validation.pipeline} <VerdictLabel image={image} validation={validation} />
      </div>
    )),
});

/** An image a row, a Pipeline a column. */
export const validationColumns = (
  t: Translate,
  namespace: string | undefined,
  pipelines: readonly PipelineRef[],
): Column<CurrentImage>[] => [
  {
    id: 'stream',
    title: t('ImageStream'),
    width: 15,
    cell: ({ stream }) => <StreamLink stream={stream} />,
    sortKey: ({ stream }) => stream.name,
  },
  ...(namespace === undefined
    ? [
        {
          id: 'namespace',
          title: t('Namespace'),
          cell: ({ stream }: CurrentImage) =>
            isClusterImages(stream) ? null : (
              <KindLink kind={namespaceKind} name={stream.namespace} />
            ),
          sortKey: ({ stream }: CurrentImage) => stream.namespace,
        },
      ]
    : []),
  {
    id: 'tag',
    title: t('Tag'),
    cell: ({ tag, digest }) => (
      <>
        <Label isCompact variant="outline">
          {tag}
        </Label>
        <div>
          <Digest digest={digest} />
        </div>
      </>
    ),
    sortKey: ({ tag }) => tag,
  },
  {
    id: 'pushed',
    title: t('Pushed'),
    cell: ({ pushedAt }) => <Timestamp timestamp={pushedAt} />,
    sortKey: ({ pushedAt }) => pushedAt,
  },
  {
    id: 'verdict',
    title: t('Verdict'),
    cell: ({ verdict }) => (
      <Label isCompact {...verdictLooks[verdict]}>
        {verdictText[verdict](t)}
      </Label>
    ),
    sortKey: ({ verdict }) => verdicts.indexOf(verdict),
  },
  ...(pipelines.length > mostColumns
    ? [columnOfAll(t)]
    : pipelines.map((pipeline) => columnOfPipeline(pipeline, pipelines))),
];
