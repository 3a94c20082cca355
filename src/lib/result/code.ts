import { formOf } from '../questions';
import { missingAnswers, profileOf, type Profile } from '../scoring';
import { pack, unpack } from './payload';
import { arePossible } from './possible';
import { seal, unseal, type SealFault } from './seal';

/** Why a code is refused. `impossible`: well written, but no answers give these numbers. */
export type DecodeFault = SealFault | 'impossible';

export type Decoded =
	| { ok: true; profile: Profile; /** As `encode` writes it. */ code: string }
	| { ok: false; reason: DecodeFault };

/**
 * A profile as 18 lower-case letters and digits that can stand in a URL. They hold the form and, per
 * dimension, count, sum and sum of squares: never which answer was given in which scene, though where a
 * dimension's answers are all alike that can be worked out.
 * A RangeError for a profile that no answers give, which `decode` would refuse.
 */
export function encode(profile: Profile): string {
	const form = formOf(profile.formId, profile.version);
	if (!arePossible(profile.tallies, form) || missingAnswers(profile.tallies, form) > 0) {
		throw new RangeError('no answers give this profile');
	}
	return seal(pack(form, profile.tallies));
}

/**
 * The profile behind a code from outside, scored anew, with the code's canonical spelling. Takes upper case
 * and the look-alikes o, i and l. Never throws, whatever the string.
 */
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
