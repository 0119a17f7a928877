import type { Page } from '@playwright/test';
import { fillPipeline, fillStream, formPath, next } from './form';
import { expect, story } from './story';

/** A tablet, and what is left of 1280 x 720 pixels at a zoom of 200 %. */
const views = {
  '768 pixels wide': { viewport: { width: 768, height: 1024 } },
  'at 200 %': { viewport: { width: 640, height: 360 }, deviceScaleFactor: 2 },
};

/** In the page: what cannot be reached or read without scrolling sideways. */
const lossesIn = (): string[] => {
  const { clientWidth } = document.documentElement;
  const losses: string[] = [];
  const scope = document.querySelector('[role="dialog"]') ?? document.querySelector('main');
  const nameOf = (element: Element): string =>
    `${element.tagName} "${(element.getAttribute('aria-label') ?? element.textContent).slice(0, 60)}"`;
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    // A label of PatternFly's shows a text that it cuts off in a tooltip of its own.
    element.closest('.pf-v6-screen-reader, .pf-v6-c-label__text') === null;
  for (const element of scope?.querySelectorAll('*') ?? []) {
    if (!isShown(element)) continue;
    const { overflowX } = getComputedStyle(element);
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    const isField = element.matches('input, textarea, select');
    if (isCut && overflowX !== 'visible' && !isField) losses.push(`${nameOf(element)} is cut off`);
    if (!element.matches('a, button, input, select, textarea, [tabindex="0"]')) continue;
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < 0 || right > clientWidth + 1) losses.push(`${nameOf(element)} is beside the page`);
    const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null;
    const isOnTop =
      element.contains(onTop) || label?.contains(onTop) === true || onTop?.contains(element);
    if (isOnTop !== true) losses.push(`${nameOf(element)} is covered`);
  }
  return losses;
};

/** Nothing is lost once the page has come to rest: what still moves or loads its fonts may be. */
const expectWhole = (page: Page, what: string): Promise<void> =>
  expect
    .configure({ soft: true })
    .poll(() => page.evaluate(lossesIn), { message: what })
    .toEqual([]);

for (const [title, view] of Object.entries(views)) {
  story.describe(title, () => {
    story.use(view);
    story.slow();

    story('every page is whole', async ({ shop, visit }) => {
      const { projects, stream, registry, images } = shop;
      await shop.bind();
      await registry.push(stream, 'a-tag-with-a-long-name-1.2.3-rc.4', images.named('v1'));
      const pages = {
        'image-triggers-overview': 'Prerequisites',
        'image-triggers-streams': 'Succeeded',
        'image-triggers': 'Succeeded',
        'image-triggers/web': 'Succeeded',
        'image-triggers-history': 'Succeeded',
        'image-triggers-validation': 'Passed',
      };
      for (const [name, text] of Object.entries(pages)) {
        const page = await visit(`/k8s/ns/${projects.pipelines}/${name}`);
        await expect(page.locator('main').getByText(text, { exact: true }).first()).toBeVisible();
        await expectWhole(page, name);
      }
    });

    story('every step of the form and every dialog is whole', async ({ shop, visit, hand }) => {
      const { projects } = shop;
      await shop.bind();
      const page = await visit(formPath(projects));
      await fillStream(hand, projects);
      await hand.press(page.getByRole('radio', { name: 'Pattern' }));
      await hand.type(page.getByRole('textbox', { name: 'Pattern' }), 'v1.*');
      await expectWhole(page, 'ImageStream');
      await next(hand);
      await fillPipeline(hand, projects);
      await expectWhole(page, 'Pipeline');
      await next(hand);
      await expect(page.getByText('15 objects')).toBeVisible();
      await hand.press(page.getByRole('button', { name: /^EventListener image-triggers/ }));
      await expectWhole(page, 'review');

      await visit(formPath(projects));
      await hand.press(page.getByRole('radio', { name: 'Many ImageStreams' }));
      await expect(page.getByRole('heading', { name: '1 ImageStream matches' })).toBeVisible();
      await expectWhole(page, 'many ImageStreams');

      await visit(`/k8s/ns/${projects.pipelines}/image-triggers`);
      await hand.press(page.getByRole('button', { name: 'Select all (1)' }));
      await expectWhole(page, 'a selection');
      await hand.press(page.getByRole('button', { name: 'Pause (1)' }));
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectWhole(page, 'Pause (1)');

      await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
      for (const action of ['Pause', 'Delete']) {
        await hand.press(page.getByRole('button', { name: 'Actions' }));
        await hand.press(page.getByRole('menuitem', { name: action }));
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectWhole(page, action);
        await hand.press(page.getByRole('button', { name: 'Cancel' }));
      }
    });
  });
}

story.describe('1440 pixels wide', () => {
  story.use({ viewport: { width: 1440, height: 900 } });

  story(
    'lists and the chain of a trigger are whole, with long names',
    async ({ shop, visit, page }) => {
      const { projects, stream, registry, images } = shop;
      const name = 'storefront-release-candidate-verification';
      await shop.bind({ name, rule: { kind: 'glob', pattern: 'release-candidate-*' } });
      await registry.push(stream, 'release-candidate-2026.11', images.named('v1'));
      // A time of some hours ago is longer than "Just now".
      await page.clock.setFixedTime(Date.now() + 3 * 3_600_000);
      for (const list of ['image-triggers-streams', 'image-triggers', 'image-triggers-history']) {
        await visit(`/k8s/all-namespaces/${list}`);
        const row = page.locator('main').getByRole('row').filter({ hasText: name });
        await expect(row.getByText('Succeeded', { exact: true })).toBeVisible();
        await expectWhole(page, list);
      }
      await visit(`/k8s/ns/${projects.pipelines}/image-triggers/${name}`);
      await expect(page.getByRole('listitem', { name: 'Newest run: Succeeded' })).toBeVisible();
      await expectWhole(page, 'the chain');
    },
  );
});
