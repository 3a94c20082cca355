import { Device } from './device';

// One for all: making one takes Vitest milliseconds.
const FULL = new DOMException('', 'QuotaExceededError');

/** For tests only: one tab, with what it sees of the browser's storage and of the other tabs. */
export type FakeTab = {
	device: Device;
	storage: Storage;
	window: Window;
	/** Tells this tab what the others have written since the last time. A browser may take its time. */
	hear: () => void;
};

/**
 * For tests only: what one browser keeps for one site. It answers as `Storage` does, its keys being its own
 * properties, and tells every tab but the writing one of each change.
 */
export class FakeBrowser {
	readonly kept = new Map<string, string>();
	/** How many characters fit, keys included. */
	capacity = Number.POSITIVE_INFINITY;
	/** Thrown by every `setItem`, where set. */
	refusal: Error | null = null;

	readonly #tabs: { storage: Storage; target: EventTarget; unheard: Event[] }[] = [];

	openTab(): FakeTab {
		const tab = { storage: this.#storage(), target: new EventTarget(), unheard: [] as Event[] };
		this.#tabs.push(tab);
		return {
			device: new Device(() => tab.storage),
			storage: tab.storage,
			window: tab.target as Window,
			hear: () => {
				for (const event of tab.unheard.splice(0)) tab.target.dispatchEvent(event);
			}
		};
	}

	/** The same tab after a reload: what happened meanwhile, nobody tells it. */
	reload(): Device {
		return this.openTab().device;
	}

	/** Somebody empties the storage of the site by the browser's own means. */
	clear(): void {
		this.kept.clear();
		this.#tell(null, null, null);
	}

	get #taken(): number {
		return [...this.kept].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
	}

	#tell(writer: Storage | null, key: string | null, newValue: string | null): void {
		for (const { storage, unheard } of this.#tabs) {
			if (storage !== writer) unheard.push(Object.assign(new Event('storage'), { key, newValue }));
		}
	}

	#storage(): Storage {
		const { kept } = this;
		const methods: Omit<Storage, 'length'> = {
			getItem: (key: string) => kept.get(key) ?? null,
			key: (index: number) => [...kept.keys()][index] ?? null,
			setItem: (key: string, text: string) => {
				if (this.refusal) throw this.refusal;
				const more = text.length - (kept.get(key)?.length ?? -key.length);
				if (more > 0 && this.#taken + more > this.capacity) throw FULL;
				if (kept.get(key) === text) return;
				kept.set(key, text);
				this.#tell(storage, key, text);
			},
			removeItem: (key: string) => {
				if (kept.delete(key)) this.#tell(storage, key, null);
			},
			clear: () => {
				kept.clear();
				this.#tell(storage, null, null);
			}
		};
		const storage = new Proxy(methods as Storage, {
			ownKeys: () => [...kept.keys()],
			getOwnPropertyDescriptor: (_, key) =>
				kept.has(String(key))
					? { value: kept.get(String(key)), enumerable: true, configurable: true, writable: true }
					: undefined
		});
		return storage;
	}
}
