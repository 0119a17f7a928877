import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { answerTo } from './dns-message';

/**
 * Answers DNS queries until it is closed.
 * @param addressOf the address of a name, in lower case and without a dot at its end
 */
export const startDnsServer = async (
  { address, port = 53 }: { address: string; port?: number },
  addressOf: (name: string) => string | undefined,
): Promise<() => void> => {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const answer = answerTo(query, addressOf);
    if (answer !== undefined) socket.send(answer, from.port, from.address);
  });
  socket.bind(port, address);
  await once(socket, 'listening');
  return () => socket.close();
};
