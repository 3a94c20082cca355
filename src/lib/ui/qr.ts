/** What the standard asks for around a code. */
const QUIET_MODULES = 4;

/** Of a picture to print or to put on a slide: enough for a poster, few enough for a mail. */
const PICTURE_PIXELS = 1_200;

/** Squares of one unit; `size` is the number of modules along a side, the quiet zone included. */
export type QrCode = { size: number; path: string };

export async function qrCodeOf(address: string): Promise<QrCode> {
	const { encode } = await import('uqr');
	const { data, size } = encode(address, { border: QUIET_MODULES });
	const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
	return { size, path: path.join('') };
}

export function qrAsSvg({ size, path }: QrCode): Blob {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`;
	return new Blob([svg], { type: 'image/svg+xml' });
}

/** Returns null where the browser draws nothing. Modules are whole pixels. */
export async function qrAsPng({ size, path }: QrCode): Promise<Blob | null> {
	const pixels = Math.ceil(PICTURE_PIXELS / size);
	const canvas = document.createElement('canvas');
	canvas.width = canvas.height = size * pixels;
	const context = canvas.getContext('2d');
	if (!context) return null;
	context.fillStyle = '#fff';
	context.fillRect(0, 0, canvas.width, canvas.height);
	context.scale(pixels, pixels);
	context.fillStyle = '#000';
	context.fill(new Path2D(path));
	return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
