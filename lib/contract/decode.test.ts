import { describe, expect, it } from 'vitest';
import * as decode from './decode';
import { readCores, readGigabytes, readInstant, readRupiah, tidy } from './decode';

const zero = '00000000-0000-0000-0000-000000000000';

describe('tidy', () => {
  it.each([
    ['2,', '2'],
    [' 2 , ', '2'],
    ['0001-01-01T00:00:00Z"', '0001-01-01T00:00:00Z'],
    ['"quoted",', 'quoted'],
    ['a,b', 'a,b'],
    ['', ''],
  ])('%j → %j', (raw, read) => expect(tidy(raw)).toBe(read));
});

describe('number and int', () => {
  it.each([
    [2, 2, 2],
    ['2,', 2, 2],
    ['1001558,', 1001558, 1001558],
    ['-1.5', -1.5, -1],
    [0.5, 0.5, 0],
    [0, 0, 0],
    ['', null, null],
    ['two', null, null],
    ['1e3', null, null],
    ['1.2.3', null, null],
    [null, null, null],
    [undefined, null, null],
    [Number.NaN, null, null],
    [Number.POSITIVE_INFINITY, null, null],
    [true as never, null, null],
    [{} as never, null, null],
  ])('%j → %j, whole %j', (raw, read, whole) => {
    expect(decode.number().parse(raw)).toBe(read);
    expect(decode.int().parse(raw)).toBe(whole);
  });
});

describe('bool', () => {
  it.each([
    [true, true],
    ['true,', true],
    ['TRUE', true],
    [1, true],
    ['1', true],
    [false, false],
    ['false,', false],
    [0, false],
    ['0,', false],
    [2, null],
    ['yes', null],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%j → %j', (raw, read) => expect(decode.bool().parse(raw)).toBe(read));
});

describe('texts and identities', () => {
  it('text keeps text, converts numbers, and makes null of the rest', () => {
    const read = (value: unknown) => decode.text().parse(value as string);
    expect([
      read(' a '),
      read(1.23),
      read(''),
      read('  '),
      read(null),
      read(undefined),
      read({}),
      read([]),
    ]).toEqual(['a', '1.23', null, null, null, null, null, null]);
    expect(decode.version().parse(1.23)).toBe('1.23');
    expect(decode.version().parse('1.20')).toBe('1.20');
  });

  it('id is text, and required', () => {
    expect(decode.id().parse(7)).toBe('7');
    expect(decode.id().parse('9,')).toBe('9');
    expect(decode.id().parse('abc-1')).toBe('abc-1');
    for (const nothing of ['', ' ', ',', null, undefined, {}, true]) {
      expect(decode.id().safeParse(nothing).success).toBe(false);
    }
  });

  it('idOrNull has no zero', () => {
    const read = (value: unknown) => decode.idOrNull().parse(value as string);
    expect([
      read(zero),
      read(`${zero}"`),
      read(0),
      read(''),
      read(null),
      read(undefined),
      read([]),
    ]).toEqual(Array(7).fill(null));
    expect([read('u,'), read(12)]).toEqual(['u', '12']);
  });

  it('label falls back to an empty string', () => {
    const read = (value: unknown) => decode.label().parse(value as string);
    expect([read(' web '), read(3), read(null), read(undefined), read({})]).toEqual([
      'web',
      '3',
      '',
      '',
      '',
    ]);
  });

  it('words drop everything but texts', () => {
    const read = (value: unknown) => decode.words().parse(value as string[]);
    expect(read(['a', '', null, 1, 'b'])).toEqual(['a', 'b']);
    expect([read(null), read(undefined), read('a'), read({ type: 'array' })]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });
});

describe('instants', () => {
  it.each([
    ['2022-02-18T10:53:50Z', '2022-02-18T10:53:50.000Z'],
    ['2022-03-04T14:41:27+07:00', '2022-03-04T07:41:27.000Z'],
    ['2022-03-04T14:41:27+0700', '2022-03-04T07:41:27.000Z'],
    ['2022-01-13T03:30:50.376983Z', '2022-01-13T03:30:50.376Z'],
    ['2022-02-16T03:58:10.8503Z', '2022-02-16T03:58:10.850Z'],
    ['2022-01-13T03:30:50.5Z"', '2022-01-13T03:30:50.500Z'],
    ['25 January 2024, 14:43', '2024-01-25T07:43:00.000Z'],
    ['25 January 2024 14:37', '2024-01-25T07:37:00.000Z'],
    ['15 Agustus 2024 10:31', '2024-08-15T03:31:00.000Z'],
    ['31 May 2024 05:00', '2024-05-30T22:00:00.000Z'],
    ['1 Mei 2024', '2024-04-30T17:00:00.000Z'],
    ['26/08/2024', '2024-08-25T17:00:00.000Z'],
    ['26/08/2024 10:00:30', '2024-08-26T03:00:30.000Z'],
    ['2023-10-25 16:38', '2023-10-25T09:38:00.000Z'],
    ['2023-10-25T16:38:05', '2023-10-25T09:38:05.000Z'],
    ['2019-08-24', '2019-08-23T17:00:00.000Z'],
    ['March 2024', '2024-02-29T17:00:00.000Z'],
    ['29 February 2024', '2024-02-28T17:00:00.000Z'],
  ])('%s is %s', (raw, read) => {
    expect(readInstant(raw)).toBe(read);
    expect(decode.instant().parse(raw)).toBe(read);
  });

  it.each([
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00Z"',
    '',
    'soon',
    '31 February 2024',
    '29 February 2023',
    '26/13/2024',
    '2024-13-01',
    '2024-13-01T00:00:00Z',
    '12 Foo 2024',
    '2024-01-01 25:00',
    null,
    undefined,
    1700000000,
    {},
  ])('%j is null', (raw) => expect(decode.instant().parse(raw as string)).toBeNull());
});

describe('sizes and money', () => {
  it.each([
    ['2 GB', 2],
    ['30GB', 30],
    ['512 MB', 0.5],
    ['1.5 TB', 1536],
    ['1.17 gb', 1.17],
    ['20', 20],
    [40, 40],
    ['GB', null],
    ['2 PB', null],
    ['1.2.3 GB', null],
    [null, null],
    [Number.NaN, null],
  ])('%j is %j GB', (raw, read) => {
    expect(readGigabytes(raw)).toBe(read);
    expect(decode.gigabytes().parse(raw)).toBe(read);
  });

  it.each([
    ['Rp10.000,00', 10_000],
    ['Rp 110.000,00', 110_000],
    ['-Rp1.500', -1500],
    ['Rp -1.500', -1500],
    ['Rp. 2.000', 2000],
    ['IDR 5.000', 5000],
    ['1.234.567', 1_234_567],
    ['10.000', 10_000],
    ['10000', 10_000],
    ['10000,', 10_000],
    ['327.5', 327.5],
    ['Rp1.000,50', 1000.5],
    [327, 327],
    [0, 0],
    ['free', null],
    ['', null],
    [null, null],
  ])('%j is %j rupiah', (raw, read) => {
    expect(readRupiah(raw)).toBe(read);
    expect(decode.rupiah().parse(raw)).toBe(read);
  });
});

describe('cores, sizes and prices', () => {
  it.each([
    [2, 2],
    ['2', 2],
    ['2 CPU', 2],
    ['2CPU', 2],
    ['4 vCPU', 4],
    ['8 cores', 8],
    ['1 Core,', 1],
    [0.5, 0.5],
    ['0.5', 0.5],
    ['two', null],
    ['2 GB', null],
    ['', null],
    [null, null],
  ])('cores: %j → %j', (raw, read) => {
    expect(readCores(raw)).toBe(read);
    expect(decode.cores().parse(raw)).toBe(read);
  });

  it.each([
    ['2048 MB', 2048],
    ['2 GB', 2048],
    ['1 TB', 1024 * 1024],
    [2048, 2048],
    ['2048', 2048],
    ['2 CPU', null],
    [undefined, null],
  ])('megabytes: %j → %j', (raw, read) => {
    expect(decode.megabytes().parse(raw)).toBe(read);
  });

  it.each([
    [327, 327],
    [327.125, 327.125],
    ['327.125', 327.125],
    ['327.00', 327],
    ['235440.0000', 235440],
    ['Rp10.000', 10_000],
    ['Rp10.000,50', 10_000.5],
    ['free', null],
    [null, null],
  ])('prices: %j → %j', (raw, read) => {
    expect(decode.price().parse(raw)).toBe(read);
  });
});

describe('lists', () => {
  const list = decode.listOf(decode.wireObject({ name: decode.text() }));
  it.each([
    [
      [{ name: 'a' }, { name: 'b' }],
      [{ name: 'a' }, { name: 'b' }],
    ],
    [{ name: 'a' }, [{ name: 'a' }]],
    [{ type: 'array' }, []],
    [[], []],
    [null, []],
    [undefined, []],
    [0 as const, []],
    ['x' as never, []],
  ])('%j → %j', (raw, read) => expect(list.parse(raw)).toEqual(read));

  it('refuse a row without an id', () => {
    const rows = decode.listOf(decode.wireObject({ uuid: decode.id() }));
    expect(rows.safeParse([{ uuid: 'a' }, {}]).success).toBe(false);
  });
});

describe('objects', () => {
  const invoice = decode.wireObject(
    { uuid: decode.id(), invoice_url: decode.text(), size: decode.int() },
    { InvoiceUrl: 'invoice_url', link: 'invoice_url' },
  );

  it('remove stray quotes from keys', () => {
    expect(invoice.parse({ uuid: 'i', 'size"': '7,' } as never)).toEqual({
      uuid: 'i',
      invoice_url: null,
      size: 7,
    });
  });

  it('rename aliases, and use the first value that is not null', () => {
    expect(invoice.parse({ uuid: 'i', InvoiceUrl: 'a' })).toMatchObject({ invoice_url: 'a' });
    expect(invoice.parse({ uuid: 'i', InvoiceUrl: null, link: 'b' })).toMatchObject({
      invoice_url: 'b',
    });
    expect(invoice.parse({ uuid: 'i', invoice_url: 'c', link: 'b' })).toMatchObject({
      invoice_url: 'c',
    });
  });

  it('drop unnamed keys, and the prototype', () => {
    const raw = JSON.parse(
      '{"uuid":"i","secret":"s","constructor":1,"__proto__":{"size":3}}',
    ) as never;
    expect(Object.keys(invoice.parse(raw))).toEqual(['uuid', 'invoice_url', 'size']);
    expect(JSON.stringify(invoice.parse(raw))).not.toContain('"s"');
    expect(invoice.parse(raw).size).toBeNull();
  });

  it('work with more spellings than they remember', () => {
    for (let at = 0; at < 1000; at += 1) invoice.parse({ uuid: 'i', [`odd-${at}`]: 1 } as never);
    const late = { '"uuid': 'i', ' link"': 'b', 'size ': '7' } as never;
    expect(invoice.parse(late)).toEqual({ uuid: 'i', invoice_url: 'b', size: 7 });
  });

  it('refuse everything that is no object', () => {
    for (const other of [null, 'x', 1, [], undefined]) {
      expect(invoice.safeParse(other).success).toBe(false);
    }
  });
});

describe('embedded', () => {
  const owner = decode.embedded(decode.wireObject({ uuid: decode.id(), name: decode.text() }));
  it('is null for a missing value, a struct of zeros and everything that is no object', () => {
    for (const nothing of [null, undefined, 0, '', 'x', [], { uuid: zero, name: '' }]) {
      expect(owner.parse(nothing as never)).toBeNull();
    }
  });
  it('is decoded in all other cases', () => {
    expect(owner.parse({ uuid: 'o', name: 'root' })).toEqual({ uuid: 'o', name: 'root' });
    expect(owner.safeParse({ name: 'root' }).success).toBe(false);
  });
});
