import { useState } from 'react';
import { screen, within } from '@testing-library/react';
import { paramProblems } from '../../../domain/param-needs';
import { draftParams } from '../../../domain/draft';
import type { ParamSource } from '../../../domain/draft';
import { proposeParam } from '../../../domain/param-proposal';
import type { ParamSpec } from '../../../k8s/pipeline';
import { renderPage } from '../../../testing/render-page';
import { ParamRows } from './ParamRows';

/** The rows of a Pipeline that takes only some texts: the cluster of the specs has none. */
const Rows = ({ spec }: { readonly spec: ParamSpec }) => {
  const specs = [spec];
  const [params, setParams] = useState(() =>
    draftParams({ spec: { params: specs } }, (param) => proposeParam(param, specs).source),
  );
  return (
    <ParamRows
      params={params}
      specs={specs}
      stream={undefined}
      preview={undefined}
      problems={params.flatMap((param) => paramProblems(param))}
      onChange={(_, source: ParamSource) =>
        setParams((before) => before.map((param) => ({ ...param, source })))
      }
    />
  );
};

const texts = () => screen.getByRole('combobox', { name: 'Text for stage' });

describe('a parameter that takes only some texts', () => {
  it('offers them, and chooses none by itself', async () => {
    const spec = { name: 'stage', enum: ['dev', 'prod'] };
    const { user } = await renderPage({ page: <Rows spec={spec} />, route: '/', at: '/' });
    expect(texts()).toHaveDisplayValue('Choose a text');
    expect(texts()).toHaveAccessibleDescription(/^The Pipeline needs a value\./);
    await user.selectOptions(texts(), 'prod');
    expect(texts()).toBeValid();
    expect(
      within(texts())
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['dev', 'prod']);
  });

  it('has the default of the Pipeline, where there is one', async () => {
    const spec = { name: 'stage', enum: ['dev', 'prod'], default: 'dev' };
    const { user } = await renderPage({ page: <Rows spec={spec} />, route: '/', at: '/' });
    const value = screen.getByRole('combobox', { name: 'Value of stage' });
    expect(value).toHaveDisplayValue('Default of the Pipeline');
    await user.selectOptions(value, 'Text');
    await user.selectOptions(texts(), 'prod');
    expect(texts()).toHaveDisplayValue('prod');
  });
});
