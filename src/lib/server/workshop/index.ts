import { randomBytes, randomInt } from 'node:crypto';
import { makeCode, type Settings } from '../../group';

type Opened = { ok: true; code: string; key: string } | { ok: false; reason: 'passphrase' };

/** Stands in until workshops are kept: makes up a code and a key, and remembers nothing. */
const nothingKept = {
	needsPassphrase: false,
	// eslint-disable-next-line @typescript-eslint/no-unused-vars -- the names say what will be needed
	open: (settings: Settings, passphrase?: string): Promise<Opened> =>
		Promise.resolve({ ok: true, code: makeCode(randomInt), key: randomBytes(18).toString('base64url') })
};

export const workshops = () => nothingKept;
