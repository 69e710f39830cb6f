import { describe, expect, it } from 'vitest';
import { ContractError, readAnswerAs } from './answer';
import { id, label, listOf, number, wireObject } from './decode';
import { writeEnvelope } from './envelope';
import type { Shape } from './shape';

const row = wireObject({ uuid: id(), name: label(), cpu: number() });
const list: Shape = { answer: 'list', wire: row };
const object: Shape = { answer: 'object', wire: row };
const sentence: Shape = { answer: 'sentence' };
const [a, b] = [
  { uuid: 'u-1', name: 'one', cpu: '2,' },
  { uuid: 7, name: 'two', cpu: null },
];
const read = [
  { uuid: 'u-1', name: 'one', cpu: 2 },
  { uuid: '7', name: 'two', cpu: null },
];

function failure(work: () => unknown): ContractError {
  try {
    work();
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('it was read');
}

describe('lists', () => {
  const page = { page: 2, per_page: 10, total: 11, last_page: 2 };
  const wrappings: [string, unknown, unknown][] = [
    ['bare rows', { data: [a, b] }, { data: read, page: null, active_operations: null }],
    [
      'page inside data, page first',
      {
        data: {
          page: { total: 11, count: 1, per_page: 10, current_page: 2, total_pages: 2 },
          active_operation: 3,
          data: [a, b],
        },
      },
      { data: read, page, active_operations: 3 },
    ],
    [
      'pagination beside data',
      {
        message: 'x',
        pagination: { total: 11, per_page: 10, current_page: 2, total_pages: 2 },
        data: [a, b],
      },
      { data: read, page, active_operations: null },
    ],
    [
      'Awanio meta with stray commas',
      {
        data: [a, b],
        meta: { pagination: { per_page: '10,', page: '2,', total: '11,', last_page: '2,' } },
        result: true,
      },
      { data: read, page, active_operations: null },
    ],
    [
      'the last page counted',
      { data: [], pagination: { total: 11, per_page: 10, current_page: 2 } },
      { data: [], page, active_operations: null },
    ],
    ['null', { data: null, result: true }, { data: [], page: null, active_operations: null }],
    [
      'null inside',
      { data: { data: null, page: null } },
      { data: [], page: null, active_operations: null },
    ],
    ['an empty object', { data: {} }, { data: [], page: null, active_operations: null }],
    [
      'a leaked schema',
      { data: { type: 'array' } },
      { data: [], page: null, active_operations: null },
    ],
    ['one object', { data: a }, { data: read.slice(0, 1), page: null, active_operations: null }],
    ['no envelope', [a, b], { data: read, page: null, active_operations: null }],
  ];
  it.each(wrappings)('reads %s', (_, body, result) => {
    expect(readAnswerAs('T1', list, body)).toEqual(result);
  });

  it('refuses the whole list if one row has no id', () => {
    const error = failure(() =>
      readAnswerAs('T1', list, { data: [a, { name: 'secret-name' }, { name: 'x' }] }),
    );
    expect(error.ref).toBe('T1');
    expect(error.paths).toEqual(['data[].uuid']);
    expect(error.shape).toBe('{ data: array(3) of { uuid: string, name: string, cpu: string } }');
  });

  it.each([[undefined], [null], ['x'], [5], [{}], [{ data: 'none' }], [{ data: 4 }]])(
    'refuses %j',
    (body) => {
      expect(() => readAnswerAs('T1', list, body)).toThrow(ContractError);
    },
  );
});

describe('objects', () => {
  it('reads plain objects and lists with one object', () => {
    expect(readAnswerAs('T2', object, { data: a })).toEqual(read[0]);
    expect(readAnswerAs('T2', object, { data: [b], result: true })).toEqual(read[1]);
  });

  it('accepts null and missing data only if the schema does', () => {
    const nullable: Shape = { answer: 'object', wire: row.nullable() };
    for (const body of [{ data: null }, { message: 'made' }, { data: [] }])
      expect(readAnswerAs('T2', nullable, body)).toBeNull();
    expect(() => readAnswerAs('T2', object, { data: null })).toThrow(ContractError);
    expect(() => readAnswerAs('T2', object, { data: [a, b] })).toThrow(ContractError);
  });

  it('reads an empty list as an empty object', () => {
    const all: Shape = { answer: 'object', wire: wireObject({ name: label() }) };
    expect(readAnswerAs('T2', all, { data: [] })).toEqual({ name: '' });
  });

  it('leaves an array as it is if the schema expects one', () => {
    const arrays: Shape = { answer: 'object', wire: listOf(row) };
    expect(readAnswerAs('T2', arrays, { data: [a] })).toEqual(read.slice(0, 1));
  });

  it('refuses error envelopes', () => {
    const bodies = [
      { data: a, result: false, message: 'no' },
      { type: 'INVALID_OPERATION', message: 'no' },
    ];
    for (const body of bodies)
      for (const form of [object, list, sentence])
        expect(() => readAnswerAs('T2', form, body)).toThrow(ContractError);
  });

  it('describes types, never values or unknown keys', () => {
    const body = {
      data: { 'hunter2-key': 'hunter2-value', name: ['hunter2'], nested: { z: 1 } },
      'hunter2-top': 1,
    };
    const error = failure(() => readAnswerAs('T2', object, body));
    expect(error.shape).toBe('{ data: { name: array(1) of string, 2 other keys }, 1 other key }');
    expect(error.message).not.toContain('hunter2');
  });
});

describe('sentences', () => {
  it.each([
    [{ data: 'deleted', result: true }, 'deleted'],
    [{ data: null, message: 'Success' }, 'Success'],
    [{ data: [], message: ' Removed. ' }, 'Removed.'],
    [{ data: {}, message: 'ok' }, 'ok'],
    [{ data: { message: 'inner' }, message: 'outer' }, 'inner'],
    [{ result: true }, null],
    [{ data: { uuid: 'u', password: 'p' } }, null],
    ['', null],
    [undefined, null],
  ])('reads %j', (body, message) => {
    expect(readAnswerAs('T3', sentence, body)).toEqual({ message });
  });

  it('refuses everything that is no envelope', () => {
    expect(() => readAnswerAs('T3', sentence, 'OK')).toThrow(ContractError);
    expect(() => readAnswerAs('T3', sentence, [1])).toThrow(ContractError);
  });
});

it('throws for operations that answer a file', () => {
  expect(() => readAnswerAs('T4', { answer: 'file' }, {})).toThrow(TypeError);
});

describe('an answer of the sandbox', () => {
  const page = { total: 11, page: 2, per_page: 10 };
  it.each(['awanio', 'dewavps'] as const)('can be read again: %s', (backend) => {
    expect(readAnswerAs('T', list, writeEnvelope(backend, 'list', { rows: [a], page }))).toEqual({
      data: read.slice(0, 1),
      page: { page: 2, per_page: 10, total: 11, last_page: 2 },
      active_operations: null,
    });
    expect(readAnswerAs('T', object, writeEnvelope(backend, 'object', b))).toEqual(read[1]);
    expect(readAnswerAs('T', sentence, writeEnvelope(backend, 'sentence', 'done'))).toEqual({
      message: 'done',
    });
  });

  it('has the envelope that the documentation shows', () => {
    expect(writeEnvelope('awanio', 'list', { rows: [1], page })).toEqual({
      data: [1],
      result: true,
      meta: { pagination: { per_page: 10, page: 2, total: 11, last_page: 2 } },
    });
    expect(
      writeEnvelope('dewavps', 'list', { rows: [1], page, active_operation: 1 }, 'Instance'),
    ).toEqual({
      message: 'Instance',
      data: {
        data: [1],
        active_operation: 1,
        page: { total: 11, count: 1, per_page: 10, current_page: 2, total_pages: 2 },
      },
    });
    expect(writeEnvelope('dewavps', 'list', { rows: [] })).toEqual({
      message: 'Success',
      data: [],
    });
    expect(writeEnvelope('awanio', 'sentence', null)).toEqual({ data: null, result: true });
    expect(writeEnvelope('dewavps', 'sentence', 'VM')).toEqual({ message: 'VM', data: null });
  });
});
