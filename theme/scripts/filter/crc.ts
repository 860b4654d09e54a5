/** CRC-32 as zlib has it (RFC 1952), of a text's UTF-8, begun from any value. */

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

export function crc32(text: string, start = 0): number {
  let c = ~start >>> 0;
  for (const byte of new TextEncoder().encode(text)) c = (TABLE[(c ^ byte) & 255] as number) ^ (c >>> 8);
  return ~c >>> 0;
}
