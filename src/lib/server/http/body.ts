import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '../refusal';

export const LONGEST_BODY_CHARACTERS = 2_000;

/** What is read of a request; Kit's is one. */
export type Body = { headers: Pick<Headers, 'get'>; text: () => Promise<string> };

/** @throws Refusal `tooLarge`, or `invalid` for what is no JSON or of another shape */
export async function readBody<Schema extends v.GenericSchema>(
	request: Body,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	// Pages of other sites can send forms unasked, but not JSON.
	if (!request.headers.get('content-type')?.startsWith('application/json')) throw new Refusal('invalid');
	if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY_CHARACTERS)
		throw new Refusal('tooLarge');
	const text = await request.text().catch(() => {
		throw new Refusal('tooLarge');
	});
	if (text.length > LONGEST_BODY_CHARACTERS) throw new Refusal('tooLarge');
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		throw new Refusal('invalid');
	}
	const result = v.safeParse(schema, value);
	if (!result.success) throw new Refusal('invalid');
	return result.output;
}

/** Reads a form; a body that is none holds nothing. @throws Kit's error for one that is too large or breaks off */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (problem) {
		// The client has left, and nobody reads the answer.
		if (request.signal.aborted) error(400);
		if (problem instanceof TypeError) return new FormData();
		throw problem;
	}
}
