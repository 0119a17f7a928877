/** Type A: an address of version 4. */
const typeA = 1;
const headerLength = 12;
/** A pointer to the first name in the message, which is the question's. */
const nameOfQuestion = 0xc00c;
/** Response, authoritative, recursion available. */
const answerFlags = 0x8480;
const noSuchName = 3;

/** The one question of a query. */
interface Question {
  readonly name: string;
  readonly type: number;
  /** Of the first byte after it. */
  readonly end: number;
}

const questionOf = (query: Buffer): Question | undefined => {
  const labels: string[] = [];
  let at = headerLength;
  for (;;) {
    const length = query.at(at);
    if (length === undefined || length > 63) return undefined;
    at += 1;
    if (length === 0) break;
    labels.push(query.toString('latin1', at, at + length));
    at += length;
  }
  if (query.length < at + 4) return undefined;
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at), end: at + 4 };
};

const addressRecord = (address: string): Buffer => {
  const record = Buffer.alloc(16);
  record.writeUInt16BE(nameOfQuestion, 0);
  record.writeUInt16BE(typeA, 2);
  record.writeUInt16BE(1, 4);
  // A time to live of 1 s, for a service may come back with another address.
  record.writeUInt32BE(1, 6);
  record.writeUInt16BE(4, 10);
  address.split('.').forEach((part, index) => record.writeUInt8(Number(part), 12 + index));
  return record;
};

/**
 * The answer to a DNS query (RFC 1035): the address of the name it asks for, or that there is none.
 * Undefined where it is no query.
 */
export const answerTo = (
  query: Buffer,
  addressOf: (name: string) => string | undefined,
): Buffer | undefined => {
  const question = query.length < headerLength ? undefined : questionOf(query);
  if (question === undefined) return undefined;
  const address = addressOf(question.name);
  const hasAnswer = address !== undefined && question.type === typeA;
  const header = Buffer.alloc(headerLength);
  query.copy(header, 0, 0, 2);
  const recursionDesired = query.readUInt16BE(2) & 0x0100;
  header.writeUInt16BE(
    answerFlags | recursionDesired | (address === undefined ? noSuchName : 0),
    2,
  );
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(hasAnswer ? 1 : 0, 6);
  const parts = [header, query.subarray(headerLength, question.end)];
  return Buffer.concat(hasAnswer ? [...parts, addressRecord(address)] : parts);
};
