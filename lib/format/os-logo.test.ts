import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { osLogo } from './os-logo';

const folder = path.resolve('public/os');

describe('osLogo', () => {
  it.each([
    ['Ubuntu 24.04', 'ubuntu'],
    ['Ubuntu Desktop 24.04', 'ubuntu'],
    ['ubuntu-22.04-lts', 'ubuntu'],
    ['Debian 12', 'debian'],
    ['AlmaLinux 9', 'almalinux'],
    ['Rocky Linux 9', 'rocky'],
    ['CentOS Stream 9', 'centos'],
    ['Fedora 40', 'fedora'],
    ['Windows Server 2022', 'windows'],
    ['windows-server-2022-std', 'windows'],
    ['FreeBSD 14', 'freebsd'],
    ['openSUSE Leap 15.6', 'opensuse'],
    ['Oracle Linux 9', 'oracle'],
    ['Alpine 3.20', 'alpine'],
    ['Arch Linux', 'arch'],
  ])('%s has the mark of %s', (name, family) => {
    expect(osLogo(name)).toBe(`/os/${family}.svg`);
  });

  it.each([null, '', 'Docker CE', 'Search 8', 'Sumatra OS'])('%s has the neutral mark', (name) => {
    expect(osLogo(name)).toBe('/os/other.svg');
  });

  it('leads to files that are there, and no file is without a family', () => {
    for (const file of readdirSync(folder)) {
      const name = path.parse(file).name;
      expect(osLogo(name)).toBe(`/os/${file}`);
    }
    expect(existsSync(path.join(folder, 'other.svg'))).toBe(true);
    expect(readdirSync(folder)).toHaveLength(13);
  });

  it('draws without scripts, styles and addresses', () => {
    for (const file of readdirSync(folder))
      expect(readFileSync(path.join(folder, file), 'utf8')).not.toMatch(
        /<script|<style|style=|href|on\w+=|<text|<image/i,
      );
  });
});
