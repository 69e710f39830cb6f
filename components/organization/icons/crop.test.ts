import { expect, it } from 'vitest';
import { centered, leastZoom, moved, openPicture, partOf } from './crop';

const wide = { width: 300, height: 100 };

it('shows the middle of the shorter side at first, and the whole picture at the least zoom', () => {
  expect(partOf(wide, centered)).toEqual({ left: 100, top: 0, side: 100 });
  expect(partOf(wide, { ...centered, zoom: leastZoom(wide) })).toMatchObject({
    left: 0,
    top: -100,
  });
  expect(partOf(wide, { zoom: 2, x: 0, y: 1 })).toEqual({ left: 0, top: 50, side: 50 });
});

it('follows a drag up to the edges, and stays where there is nothing to move', () => {
  expect(moved(wide, centered, 0.5, 0.3)).toEqual({ zoom: 1, x: 0.25, y: 0.5 });
  expect(moved(wide, centered, -9, 0).x).toBe(1);
  expect(moved(wide, { zoom: leastZoom(wide), x: 0.5, y: 0.5 }, 0, -0.1).y).toBeLessThan(0.5);
});

it('refuses files that are no picture, or a trap, before they are decoded', async () => {
  const png = Buffer.alloc(40);
  png.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  const fault = async (content: BlobPart) => openPicture(new Blob([content]));
  expect(await fault('<html></html>')).toEqual({ fault: 'not_a_picture' });
  expect(await fault(new Uint8Array(png))).toEqual({ fault: 'picture_too_large' });
  expect(await fault(new Uint8Array(20 * 1024 * 1024))).toEqual({ fault: 'file_too_large' });
});
