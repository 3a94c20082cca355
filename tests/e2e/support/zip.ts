const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;

/** The files of a ZIP that compresses nothing, by name, in its order. */
export function filesIn(zip: Buffer): Map<string, Buffer> {
	const end = zip.lastIndexOf(Buffer.from(new Uint32Array([END_OF_DIRECTORY]).buffer));
	let at = zip.readUInt32LE(end + 16);
	const files = new Map<string, Buffer>();
	for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries--) {
		if (zip.readUInt32LE(at) !== ENTRY) throw new Error('no entry of a ZIP');
		const [size, name, extra, comment] = [
			zip.readUInt32LE(at + 24),
			...[28, 30, 32].map((field) => zip.readUInt16LE(at + field))
		] as [number, number, number, number];
		const local = zip.readUInt32LE(at + 42);
		const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
		files.set(zip.toString('utf8', at + 46, at + 46 + name), zip.subarray(begin, begin + size));
		at += 46 + name + extra + comment;
	}
	return files;
}
