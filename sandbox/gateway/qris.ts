/** The text of a QRIS code: fields of the EMV standard, each its number, its length and its value. */

const field = (id: string, value: string) =>
  `${id}${String(value.length).padStart(2, '0')}${value}`;

/** The checksum at the end, CRC-16/CCITT-FALSE in hexadecimal. */
function checksum(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1)
      crc = ((crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff) >>> 0;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

/** The text of a code for one payment of some rupiah. @param reference at most 25 letters and digits */
export function qrisText(amount: number, reference: string): string {
  const merchant = field('00', 'ID.CO.EXAMPLE.WWW') + field('01', '936000000000000000');
  const text = [
    field('00', '01'),
    field('01', '12'), // for one payment
    field('26', merchant),
    field('52', '4816'),
    field('53', '360'), // rupiah
    field('54', String(amount)),
    field('58', 'ID'),
    field('59', 'CONTOH AWAN'),
    field('60', 'JAKARTA'),
    field('62', field('05', reference)),
  ].join('');
  return `${text}6304${checksum(`${text}6304`)}`;
}
