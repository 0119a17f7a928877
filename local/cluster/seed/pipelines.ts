import type { Pipeline, PipelineTask } from '../../../src/k8s/pipeline';
import { resources } from '../resources';
import type { Store } from '../store';

const namespace = 'supply-chain';

interface Step {
  name: string;
  image: string;
  script: string;
}

/** A task of one step that gets the Pipeline's params of the same names. */
const task = (
  name: string,
  params: string[],
  {
    runAfter,
    step,
  }: {
    runAfter?: string[];
    step: Step;
  },
): PipelineTask => ({
  name,
  params: params.map((param) => ({ name: param, value: `$(params.${param})` })),
  taskSpec: { params: params.map((param) => ({ name: param })), steps: [step] },
  ...(runAfter === undefined ? {} : { runAfter }),
});

const shell = 'registry.access.redhat.com/ubi9/ubi-minimal:latest';
const skopeo = 'registry.redhat.io/rhel9/skopeo:latest';

const printImage: Pipeline = {
  metadata: { name: 'print-image', namespace },
  spec: {
    description: 'Prints the reference of an image.',
    params: [{ name: 'IMAGE', type: 'string', description: 'Reference of the image' }],
    tasks: [
      task('print', ['IMAGE'], {
        step: { name: 'print', image: shell, script: 'echo "Image: $(params.IMAGE)"' },
      }),
    ],
  },
};

const scanAndSign: Pipeline = {
  metadata: {
    name: 'scan-and-sign',
    namespace,
    labels: { 'app.kubernetes.io/part-of': 'trusted-supply-chain' },
  },
  spec: {
    description: 'Scans an image for vulnerabilities, writes its SBOM and signs it.',
    params: [
      { name: 'IMAGE', type: 'string', description: 'Pull spec of the image, with its digest' },
      { name: 'image-digest', type: 'string', description: 'Digest of the image to sign' },
      { name: 'tag', type: 'string', description: 'Tag under which the image was pushed' },
      {
        name: 'severity',
        type: 'string',
        description: 'Findings from this severity on fail the run',
        default: 'HIGH',
      },
    ],
    tasks: [
      task('scan', ['IMAGE', 'severity'], {
        step: {
          name: 'scan',
          image: 'docker.io/aquasec/trivy:latest',
          script: 'trivy image --exit-code 1 --severity "$(params.severity)" "$(params.IMAGE)"',
        },
      }),
      task('sbom', ['IMAGE'], {
        step: {
          name: 'sbom',
          image: 'docker.io/anchore/syft:latest',
          script: 'syft "$(params.IMAGE)" --output cyclonedx-json',
        },
      }),
      task('sign', ['IMAGE', 'image-digest', 'tag'], {
        runAfter: ['scan', 'sbom'],
        step: {
          name: 'sign',
          image: 'registry.redhat.io/rhtas/cosign-rhel9:latest',
          script: 'cosign sign --annotations tag="$(params.tag)" "$(params.IMAGE)"',
        },
      }),
    ],
  },
};

const promote: Pipeline = {
  metadata: { name: 'promote', namespace },
  spec: {
    description: 'Copies a validated image to the release registry and records it in git.',
    params: [
      { name: 'image-url', type: 'string', description: 'Repository of the image, without a tag' },
      { name: 'digest', type: 'string', description: 'Digest of the image, sha256:...' },
      { name: 'git-revision', type: 'string', description: 'Branch of the environment repository' },
    ],
    workspaces: [
      { name: 'environment', description: 'Checkout of the environment repository' },
      { name: 'registry-credentials', description: 'Docker config.json', optional: true },
    ],
    tasks: [
      task('copy', ['image-url', 'digest'], {
        step: {
          name: 'copy',
          image: skopeo,
          script: 'skopeo copy "docker://$(params.image-url)@$(params.digest)" docker://releases',
        },
      }),
      task('record', ['digest', 'git-revision'], {
        runAfter: ['copy'],
        step: {
          name: 'record',
          image: 'registry.redhat.io/openshift-pipelines/pipelines-git-init-rhel9:latest',
          script: 'git commit --all --message "Promote $(params.digest)"',
        },
      }),
    ],
  },
};

/** The Pipelines of the supply chain, from the simplest to one with workspaces. */
export const seedPipelines = (store: Store): void => {
  if (!store.registry.serves(resources.pipelines)) {
    return;
  }
  for (const pipeline of [printImage, scanAndSign, promote]) {
    store.create(resources.pipelines, pipeline);
  }
};
