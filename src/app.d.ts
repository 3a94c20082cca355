declare global {
	namespace App {
		interface Error {
			/** For a visitor who reports a fault: the number under which it was logged. */
			id?: string;
			/** Why a result link shows nothing; each has its own message. */
			reason?: 'malformed' | 'version' | 'checksum' | 'impossible';
		}
		interface PageData {
			/** Whether the page sends JavaScript and so can take part in client-side navigation. */
			scripted?: boolean;
		}
	}
}

export {};
