import { env } from '$env/dynamic/public';

const name = env.NO_STRINGS_PUBLIC_OPERATOR_NAME;

/**
 * Who runs this server and where its source lies, where the environment says so. Kit writes it into each page with a
 * script, so that pages without a server `load`, and those that open without a network, know it as well.
 */
export const OPERATOR = {
	/** Isolated: it may run in another direction than the sentence around it. */
	name: name && `\u2068${name}\u2069`,
	url: env.NO_STRINGS_PUBLIC_OPERATOR_URL,
	source: env.NO_STRINGS_PUBLIC_SOURCE_URL
};
