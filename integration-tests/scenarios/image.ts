import { createHash } from 'node:crypto';

/** An image as a registry knows it. */
export interface Image {
  /** By which a scenario speaks of it. */
  readonly label: string;
  /** `sha256:...` of the manifest. */
  readonly digest: string;
  readonly manifest: string;
  readonly config: string;
}

/** The digest of a manifest or a blob. */
export const digestOf = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The media type of `Image.manifest`. */
export const manifestType = 'application/vnd.docker.distribution.manifest.v2+json';

/**
 * An image that is another one for each label and owner. The manifest is whole, as the image API
 * takes the digest and the metadata from it and from its config.
 * @param owner keeps the images of scenarios apart that share a cluster
 */
const anImage = (label: string, owner: string): Image => {
  const layer = digestOf(`layer of ${label} of ${owner}`);
  const config = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    config: { Labels: { scenario: owner } },
    history: [],
    rootfs: { type: 'layers', diff_ids: [layer] },
  });
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: {
      mediaType: 'application/vnd.docker.container.image.v1+json',
      size: config.length,
      digest: digestOf(config),
    },
    layers: [
      { mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', size: 32, digest: layer },
    ],
  });
  return { label, digest: digestOf(manifest), manifest, config };
};

/** The images of a scenario, by the words that it uses for them. */
export class Images {
  private readonly labels = new Map<string, string>();

  constructor(private readonly owner: string) {}

  /** The image of a word: the same one each time. */
  named(label: string): Image {
    const image = anImage(label, this.owner);
    this.labels.set(image.digest, label);
    return image;
  }

  /** An image of a word whose digest begins with the byte that follows another one's; 00 after ff. */
  after(digest: string, label: string): Image {
    const next = (parseInt(digest.slice('sha256:'.length).slice(0, 2), 16) + 1) % 256;
    const start = `sha256:${next.toString(16).padStart(2, '0')}`;
    for (let attempt = 0; ; attempt += 1) {
      const image = anImage(label, `${this.owner}, attempt ${attempt}`);
      if (!image.digest.startsWith(start)) continue;
      this.labels.set(image.digest, label);
      return image;
    }
  }

  /** The word for a digest; the digest itself where it is of no image of the scenario. */
  labelOf(digest = '(no digest)'): string {
    return this.labels.get(digest) ?? digest;
  }
}
