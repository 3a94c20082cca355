import { env } from '$env/dynamic/public';

const name = env.NO_STRINGS_PUBLIC_OPERATOR_NAME;

/** Kit writes the public environment into each page: known without a server `load` and without a network. */
export const OPERATOR = {
	name: name && `\u2068${name}\u2069`,
	url: env.NO_STRINGS_PUBLIC_OPERATOR_URL,
	source: env.NO_STRINGS_PUBLIC_SOURCE_URL
};
