import { formOf } from '../questions';
import { missingAnswers, profileOf, type Profile } from '../scoring';
import { pack, unpack } from './payload';
import { arePossible } from './possible';
import { seal, unseal, type SealFault } from './seal';

export type DecodeFault = SealFault | 'impossible';

export type Decoded =
	| { ok: true; profile: Profile; /** As `encode` writes it. */ code: string }
	| { ok: false; reason: DecodeFault };

/** Which answer was given in which scene is not in it, though where a dimension's are all alike that follows. */
export function encode(profile: Profile): string {
	const form = formOf(profile.formId, profile.version);
	if (!arePossible(profile.tallies, form) || missingAnswers(profile.tallies, form) > 0) {
		throw new RangeError('no answers give this profile');
	}
	return seal(pack(form, profile.tallies));
}

/** Reads a code from outside, in upper case and with the look-alikes o, i and l too. Never throws. */
export function decode(code: string): Decoded {
	const unsealed = unseal(code);
	if (!unsealed.ok) return unsealed;
	const { form: name, tallies } = unpack(unsealed.payload);
	const form = name && formOf(name.id, name.version);
	if (form === null || !arePossible(tallies, form)) return { ok: false, reason: 'impossible' };
	const profile = profileOf(tallies, form);
	if (profile === null) return { ok: false, reason: 'impossible' };
	return { ok: true, profile, code: unsealed.code };
}
