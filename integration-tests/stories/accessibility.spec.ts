import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { fillForm, formPath } from './form';
import { expect, story } from './story';

/** What axe finds on the page: each rule with the elements that break it. */
const findingsOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
};

for (const theme of ['light', 'dark'] as const) {
  story.describe(`in the ${theme} theme`, () => {
    story.use({ colorScheme: theme });

    story('axe finds nothing on any page', async ({ shop, visit }) => {
      const { projects, stream, registry, images } = shop;
      await shop.bind();
      await registry.push(stream, 'v1', images.named('v1'));
      const path = (page: string): string => `/k8s/ns/${projects.pipelines}/${page}`;
      const pages = {
        'image-triggers-overview': 'Prerequisites',
        'image-triggers-streams': 'v1',
        'image-triggers': 'Ready',
        'image-triggers/web': 'Succeeded',
        'image-triggers-history': 'Succeeded',
        'image-triggers/~new': 'Next',
      };
      for (const [name, text] of Object.entries(pages)) {
        const page = await visit(path(name));
        await expect(page.getByText(text).first()).toBeVisible();
        expect(await findingsOn(page), name).toEqual([]);
      }
    });

    story('axe finds nothing in the form and the dialogs', async ({ shop, visit, hand }) => {
      const { projects } = shop;
      await shop.bind();
      const page = await visit(formPath(projects));
      await fillForm(hand, projects);
      await expect(page.getByText('15 objects')).toBeVisible();
      expect(await findingsOn(page), 'review').toEqual([]);
      await page.getByRole('button', { name: 'Back' }).click();
      await expect(page.getByRole('heading', { name: 'Parameters', exact: true })).toBeVisible();
      expect(await findingsOn(page), 'parameters').toEqual([]);

      await visit(`/k8s/ns/${projects.pipelines}/image-triggers/web`);
      for (const action of ['Pause', 'Delete']) {
        await page.getByRole('button', { name: 'Actions' }).click();
        await page.getByRole('menuitem', { name: action }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        expect(await findingsOn(page), action).toEqual([]);
        await page.getByRole('button', { name: 'Cancel' }).click();
      }
    });
  });
}
