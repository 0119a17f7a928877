import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { answerTo } from './dns-message';

/** Answers DNS queries at an address, port 53, until it is closed. */
export const startDnsServer = async (
  address: string,
  addressOf: (name: string) => string | undefined,
): Promise<() => void> => {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const answer = answerTo(query, addressOf);
    if (answer !== undefined) socket.send(answer, from.port, from.address);
  });
  socket.bind(53, address);
  await once(socket, 'listening');
  return () => socket.close();
};
