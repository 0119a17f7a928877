import { programOfImage } from './programs';

describe('programs of images', () => {
  it.each([
    ['ko://github.com/tektoncd/triggers/cmd/eventlistenersink', 'triggers-sink'],
    ['ko://knative.dev/eventing/cmd/apiserver_receive_adapter', 'eventing-adapter'],
    ['ko://knative.dev/eventing/cmd/mtping', undefined],
    ['registry.access.redhat.com/ubi9/ubi-minimal:latest', undefined],
  ])('%s', (image, program) => {
    expect(programOfImage(image)).toBe(program);
  });
});
