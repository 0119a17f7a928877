import { consoleFetch } from '@openshift-console/dynamic-plugin-sdk';
import { httpStatusOf } from '../parse-problem';
import { pluginName } from '../version';

const urlOf = (path: string): string => new URL(path, document.baseURI).pathname;

const aliasesIn = (body: unknown): readonly string[] =>
  Array.isArray(body) ? body.filter((alias) => typeof alias === 'string') : [];

/**
 * The aliases of the services that the ConsolePlugin leads to, as the chart has the plugin's web server
 * say them (its config-map.yaml): none where it says nothing. To ask a service that is not there would
 * leave an error in the console of every user's browser.
 *
 * @throws HttpError, TypeError as `consoleFetch` does, where the web server does not answer
 */
export const fetchProxies = async (): Promise<readonly string[]> => {
  try {
    const response = await consoleFetch(urlOf(`api/plugins/${pluginName}/proxies.json`));
    return aliasesIn(await response.json());
  } catch (error) {
    if (httpStatusOf(error) === 404) return [];
    throw error;
  }
};
