import { anImageStream, aTagEvent } from '../builders';
import type { ImageStream, TagEvent } from '../../k8s/image-stream';
import { timeOf } from './clock';

/** An image that came to a tag. */
export interface Item {
  readonly digest: string;
  /** In seconds; of an alias, when the item came that it points to. */
  readonly created: number;
}

/** An item at the head of a tag, as an event shows it. */
export interface Head extends Item {
  readonly tag: string;
}

/** What identifies a push, as the filter of a lane sorts it. */
export const keyOf = ({ created, digest }: Item): string => `${timeOf(created)} ${digest}`;

/** The ImageStream of a world, with tags that are aliases of others. */
export class StreamInWorld {
  private readonly items = new Map<string, Item[]>();
  private readonly aliases = new Map<string, string>();

  /** Whether anything has changed: the same image again is no push. */
  push(tag: string, item: Item): boolean {
    this.aliases.delete(tag);
    if (!this.put(tag, item)) return false;
    for (const [alias, of] of this.aliases) if (of === tag) this.put(alias, item);
    return true;
  }

  /** Whether anything has changed. */
  alias(tag: string, of: string): boolean {
    const [head] = this.items.get(of) ?? [];
    if (tag === of || this.aliases.get(of) !== undefined || !head) return false;
    this.aliases.set(tag, of);
    this.put(tag, head);
    return true;
  }

  /** As `oc adm prune images`: three revisions stay, and what is young or in use. */
  prune(now: number, inUse: (digest: string) => boolean): void {
    for (const [tag, items] of this.items)
      this.items.set(
        tag,
        items.filter(
          ({ created, digest }, index) => index < 3 || now - created <= 3600 || inUse(digest),
        ),
      );
  }

  heads(): Head[] {
    return [...this.items].flatMap(([tag, [head]]) => (head ? [{ tag, ...head }] : []));
  }

  /** As the API server has it. */
  object(): ImageStream {
    const tags: Record<string, TagEvent[]> = {};
    for (const [tag, items] of this.items)
      tags[tag] = items.map(({ digest, created }) =>
        aTagEvent({ image: digest, created: timeOf(created) }),
      );
    return {
      ...anImageStream({ tags }),
      spec: {
        tags: [...this.aliases].map(([name, of]) => ({
          name,
          from: { kind: 'ImageStreamTag', name: of },
        })),
      },
    };
  }

  private put(tag: string, item: Item): boolean {
    const items = this.items.get(tag) ?? [];
    if (items[0]?.digest === item.digest) return false;
    this.items.set(tag, [item, ...items]);
    return true;
  }
}
