declare global {
	namespace App {
		interface Locals {
			/** Under which the log speaks of this request. */
			requestId: string;
		}
		interface Error {
			/** For a visitor who reports a fault: the number under which it was logged. */
			id?: string;
			reason?: 'malformed' | 'short' | 'version' | 'checksum' | 'impossible';
			workshop?: import('$lib/protocol').PageRefusal;
		}
		interface PageState {
			/** A result just finished: where storage is blocked, only the page that follows can know it. */
			result?: import('$lib/quiz').SavedResult;
		}
		interface PageData {
			/** Whether the page sends JavaScript and so can take part in client-side navigation. */
			scripted?: boolean;
		}
	}
}

export {};
