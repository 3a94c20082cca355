/** A window with nothing stored, in any browser. */
export interface Tab {
	open(address: string): Promise<void>;
	/** Runs a JavaScript expression in the page; its value travels as JSON. */
	evaluate(expression: string): Promise<unknown>;
	/** Presses the mouse at a point of the viewport, in CSS px. */
	click(x: number, y: number): Promise<void>;
	close(): Promise<void>;
}

export interface Driver {
	/** Which browser it drives, with its version. */
	readonly name: string;
	newTab(): Promise<Tab>;
	stop(): Promise<void>;
}
