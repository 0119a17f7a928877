/** A file that the page has handed to the browser. */
export interface Download {
  readonly name: string;
  readonly text: () => Promise<string>;
  readonly bytes: () => Promise<Uint8Array>;
}

const textOf = (blob: Blob): Promise<string> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.readAsText(blob);
  });

const bytesOf = (blob: Blob): Promise<Uint8Array> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });

/**
 * Gathers what the browser is given to save: jsdom has no place for it. Undone by
 * `jest.restoreAllMocks`.
 */
export const catchDownloads = (): readonly Download[] => {
  const downloads: Download[] = [];
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
  URL.revokeObjectURL = () => undefined;
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    const blob = blobs.at(-1)!;
    downloads.push({ name: this.download, text: () => textOf(blob), bytes: () => bytesOf(blob) });
  });
  return downloads;
};
