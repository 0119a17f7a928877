import type { Admission, ConnectResponse } from '../../admission';
import { ApiError } from '../../api-error';
import { resources } from '../../resources';
import type { ListenerRequest, ListenerResponse } from './listener';

type Deliver = (request: ListenerRequest) => ListenerResponse | undefined;

/** `http:NAME:PORT`, `NAME:PORT` or `NAME` (apimachinery util/net SplitSchemeNamePort). */
const serviceAddress = /^(?:(https?):)?([^:]+)(?::([^:]*))?$/;

const textHeaders = (
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat().join(',')]],
    ),
  );

/**
 * Serves the proxy of Services, such as that of a listener
 * (`POST .../services/http:el-NAME:8080/proxy/`).
 * @param deliver undefined where nothing listens
 */
export const registerServiceProxy = (admission: Admission, deliver: Deliver): void => {
  admission.registerConnectHandler(
    resources.services,
    'proxy',
    ({ name, namespace = '', path, headers, body }): ConnectResponse => {
      const [, scheme = 'http', service = '', port = '80'] = serviceAddress.exec(name) ?? [];
      const url = `${scheme}://${service}.${namespace}.svc.cluster.local:${port}/${path}`;
      const response = deliver({ url, headers: textHeaders(headers), body });
      if (response === undefined) {
        throw new ApiError({
          code: 503,
          reason: 'ServiceUnavailable',
          message: `no endpoints available for service "${name}"`,
        });
      }
      return {
        code: response.code,
        body: JSON.stringify(response.body),
        contentType: 'application/json',
      };
    },
  );
};
