import jsqr from 'jsqr';
import type { Sharp } from 'sharp';

/** What a phone reads that knows dark squares on light only, as the oldest do. */
export async function readQrIn(picture: Sharp): Promise<string | undefined> {
	const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
	// What a package of the older kind exports as default is a property to Node.
	const read = (jsqr as unknown as { default: typeof jsqr }).default;
	return read(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })
		?.data;
}
