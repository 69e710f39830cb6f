import { describe, expect, it } from 'vitest';
import { readFault } from './fault';
import { readLogin } from './logins';
import { asciiForm, readDomain, readHostname, readNamedHost } from './names';
import { readCidr, readNetwork } from './network';
import { readPortField } from './ports';
import { withMarks } from './marks';
import { lineFault, nameOfCharacter, readLine, readPassword } from './text';

describe('readHostname', () => {
  it.each([
    ['web-1', 'web-1'],
    ['  web-1.example.id.  ', 'web-1.example.id'],
    ['Web-1', 'Web-1'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['例え。テスト', 'xn--r8jz45g.xn--zckzah'],
    ['a'.repeat(63), 'a'.repeat(63)],
  ])('reads %j as %j', (text, value) => expect(readHostname(text)).toEqual({ value }));

  it.each([
    ['', 'required'],
    ['.', 'required'],
    ['web_1', 'hostname_character{"character":"_"}'],
    ['web 1', 'hostname_space{"character":"U+0020"}'],
    ['web/1', 'hostname_character{"character":"/"}'],
    ['web\u202E1', 'hostname_character{"character":"U+202E"}'],
    ['web🙂', 'hostname_character{"character":"🙂"}'],
    ['-web', 'hostname_hyphen{"label":"-web"}'],
    ['web-.id', 'hostname_hyphen{"label":"web-"}'],
    ['a..b', 'hostname_dots'],
    ['a'.repeat(64), `hostname_label_long{"label":"${'a'.repeat(24)}…","length":64}`],
    [Array(5).fill('a'.repeat(60)).join('.'), 'hostname_long{"length":304}'],
    ['10.0.0.1', 'hostname_address'],
    ['１２３', 'hostname_address'],
  ])('names the rule that %j breaks', (text, fault) =>
    expect(readHostname(text)).toEqual({ fault }),
  );

  it('shows the form in which an international name is sent', () => {
    expect(asciiForm(' bücher.example ')).toBe('xn--bcher-kva.example');
    expect(asciiForm('web-1')).toBeNull();
    expect(asciiForm('ü_')).toBeNull();
  });

  it('requires a full name, or more than digits, if a backend does', () => {
    expect(readDomain('Mail.example.id.')).toEqual({ value: 'mail.example.id' });
    expect(readDomain('mail')).toEqual({ fault: 'hostname_whole{"name":"mail"}' });
    expect(readDomain('10.0.0.1')).toEqual({ fault: 'hostname_address' });
    expect(readNamedHost('2026')).toEqual({ fault: 'hostname_number' });
    expect(readHostname('2026')).toEqual({ value: '2026' });
  });
});

describe('readLogin', () => {
  it.each([
    ['vm', ' budi_1 ', 'budi_1'],
    ['instance', 'Administrator', 'Administrator'],
    ['person', '4sari.dewi', '4sari.dewi'],
  ] as const)('%s takes %j', (kind, text, value) =>
    expect(readLogin(kind)(text)).toEqual({ value }),
  );
  it.each([
    ['vm', 'Budi', 'username_character_vm{"character":"B"}'],
    ['vm', '1budi', 'username_first_vm{"character":"1"}'],
    ['vm', 'budi.s', 'username_character_vm{"character":"."}'],
    ['instance', 'budi.s', 'username_character_instance{"character":"."}'],
    ['instance', '-budi', 'username_first_instance{"character":"-"}'],
    ['instance', 'a'.repeat(33), 'too_long_by{"max":32,"length":33}'],
    ['person', 'ab', 'too_short_by{"min":3,"length":2}'],
    ['person', 'sari dewi', 'username_character_person{"character":"U+0020"}'],
    ['person', '_sari', 'username_first_person{"character":"_"}'],
  ] as const)('%s refuses %j', (kind, text, fault) =>
    expect(readLogin(kind)(text)).toEqual({ fault }),
  );
});

describe('readLine', () => {
  it('removes surrounding spaces and composes accents', () => {
    expect(readLine(100)('  kafe\u0301 ')).toEqual({ value: 'kafé' });
    expect(readLine(100)(' ')).toEqual({ fault: 'required' });
    expect(readLine(100, { optional: true })(' ')).toEqual({ value: '' });
  });
  it('counts characters, and names invisible ones', () => {
    expect(readLine(3)('🙂🙂🙂')).toEqual({ value: '🙂🙂🙂' });
    expect(lineFault('abcd', 3)).toBe('too_long_by{"max":3,"length":4}');
    for (const character of ['\u202E', '\u200F', '\u200B', '\u2066', '\u0007', '\u2028'])
      expect(lineFault(`a${character}b`, 9)).toBe(
        `text_character{"character":"${nameOfCharacter(character)}"}`,
      );
    expect(lineFault('نام', 9)).toBeNull();
    expect(lineFault('👩‍💻', 9)).toBeNull();
  });
  it('names characters that a password may not contain', () => {
    expect(readPassword()(' eight 8 ')).toEqual({ value: ' eight 8 ' });
    expect(readPassword()('seven 7')).toEqual({ fault: 'too_short_by{"min":8,"length":7}' });
    expect(readPassword()('eight\t888')).toEqual({
      fault: 'password_character{"character":"U+0009"}',
    });
  });
  it("shows hidden characters of other people's text as marks", () => {
    expect(withMarks('web\u202E1\u0000')).toBe('web⟨U+202E⟩1⟨U+0000⟩');
    expect(withMarks('two\nlines 👩‍💻 عرب')).toBe('two\nlines 👩‍💻 عرب');
  });
});

describe('readNetwork', () => {
  it.each([
    ['10.0.0.5', '10.0.0.5'],
    [' 10.0.0.5/32 ', '10.0.0.5'],
    ['10.0.0.5/24', '10.0.0.0/24'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['2001:DB8:0:0::0001', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0005/64', '2001:db8::/64'],
    ['2001:db8::1/128', '2001:db8::1'],
    ['::/0', '::/0'],
    ['::ffff:10.0.0.5', '10.0.0.5'],
    ['::FFFF:0a00:0005', '10.0.0.5'],
    ['::ffff:10.0.0.5/120', '10.0.0.0/24'],
    ['fe80::0/10', 'fe80::/10'],
  ])('gives %j the form %j', (text, value) => expect(readCidr(text)).toEqual({ value }));

  it.each([
    ['', 'required'],
    ['10.1', 'cidr_invalid'],
    ['0x7f.0.0.1', 'cidr_invalid'],
    ['example.id', 'cidr_invalid'],
    ['010.0.0.1', 'cidr_leading_zero'],
    ['10.0.0.0/08', 'cidr_leading_zero'],
    ['::ffff:010.0.0.1', 'cidr_leading_zero'],
    ['256.0.0.1', 'cidr_part'],
    ['10.0.0.0/33', 'cidr_prefix{"bits":32}'],
    ['10.0.0.0/255.255.255.0', 'cidr_prefix{"bits":32}'],
    ['2001:db8::/129', 'cidr_prefix{"bits":128}'],
    ['fe80::1%eth0', 'cidr_zone'],
    [':::', 'cidr_invalid'],
    ['10.0.0.0/24 x', 'cidr_prefix{"bits":32}'],
  ])('refuses %j with %j', (text, fault) => expect(readCidr(text)).toEqual({ fault }));

  it('gives the family, first address and prefix', () => {
    expect(readNetwork('10.0.0.5/24').value).toMatchObject({ family: 4, prefix: 24 });
  });
});

describe('readPortField', () => {
  it.each([
    ['0080', '80'],
    [' 8000 – 9000 ', '8000:9000'],
    ['8000-9000', '8000:9000'],
    ['443:443', '443'],
  ])('sends %j as %j', (text, value) => expect(readPortField(text)).toEqual({ value }));
  it.each([
    ['', 'required'],
    ['80|443', 'port_list'],
    ['443-80', 'port_backwards'],
    ['70000', 'port_out_of_range'],
    ['ssh', 'port_not_a_port'],
  ])('refuses %j with %j', (text, fault) => expect(readPortField(text)).toEqual({ fault }));
});

describe('readFault', () => {
  it('parses codes, but not sentences', () => {
    expect(readFault('too_long_by{"max":3}')).toEqual({ code: 'too_long_by', values: { max: 3 } });
    expect(readFault('required')).toEqual({ code: 'required', values: {} });
    expect(readFault('The name is taken.')).toBeNull();
    expect(readFault('code{broken')).toBeNull();
  });
});
