import { describe, expect, it } from 'vitest';
import { browserRequest } from './url';

describe('browserRequest', () => {
  it('mirrors the path of the contract', () => {
    const params = { group_type: 'organizations', uuid: 'a/b' };
    expect(browserRequest('A25', { params })).toEqual({
      method: 'GET',
      url: '/api/awanio/organizations/a%2Fb/vms',
      json: undefined,
    });
  });
  it('names the account of a DewaVPS call', () => {
    const { url } = browserRequest(
      'D02',
      { query: { page: 2, tags: ['x', 'y'], none: undefined } },
      'main',
    );
    expect(url).toBe('/api/dewavps/main/instance?page=2&tags%5B%5D=x&tags%5B%5D=y');
    expect(() => browserRequest('D02', {})).toThrow(TypeError);
  });
  it('sends what acts by POST', () => {
    expect(browserRequest('D07', { params: { instance_uuid: 'i-1' } }, 'main').method).toBe('POST');
  });
});
