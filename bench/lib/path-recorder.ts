type State = {
	strokeStyle: string;
	fillStyle: string;
	lineWidth: number;
	globalAlpha: number;
	dash: number[];
};

const round = (value: number) => Math.round(value * 100) / 100;

/** As much of a canvas context as the thread needs, writing down SVG instead of painting. */
export class PathRecorder {
	strokeStyle = '#000';
	fillStyle = '#000';
	lineWidth = 1;
	globalAlpha = 1;
	lineCap = 'round';
	lineJoin = 'round';
	#dash: number[] = [];
	#path = '';
	#elements: string[] = [];
	#saved: State[] = [];

	save() {
		const { strokeStyle, fillStyle, lineWidth, globalAlpha } = this;
		this.#saved.push({ strokeStyle, fillStyle, lineWidth, globalAlpha, dash: this.#dash });
	}

	restore() {
		const state = this.#saved.pop();
		if (!state) return;
		const { dash, ...rest } = state;
		Object.assign(this, rest);
		this.#dash = dash;
	}

	setLineDash(dash: number[]) {
		this.#dash = dash;
	}

	beginPath() {
		this.#path = '';
	}

	moveTo(x: number, y: number) {
		this.#path += `M${round(x)} ${round(y)}`;
	}

	lineTo(x: number, y: number) {
		this.#path += `${this.#path ? 'L' : 'M'}${round(x)} ${round(y)}`;
	}

	bezierCurveTo(...points: number[]) {
		this.#path += `C${points.map(round).join(' ')}`;
	}

	/** Whole circles only. */
	arc(x: number, y: number, radius: number) {
		const [left, right, r] = [x - radius, x + radius, radius].map(round);
		this.#path += `M${left} ${round(y)}A${r} ${r} 0 1 1 ${right} ${round(y)}A${r} ${r} 0 1 1 ${left} ${round(y)}Z`;
	}

	stroke() {
		const dash = this.#dash.length > 0 ? ` stroke-dasharray="${this.#dash.map(round).join(' ')}"` : '';
		this.#elements.push(
			`<path d="${this.#path}" fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}" stroke-linecap="round" stroke-linejoin="round"${dash}/>`
		);
	}

	fill() {
		this.#elements.push(
			`<path d="${this.#path}" fill="${this.fillStyle}" fill-opacity="${this.globalAlpha}"/>`
		);
	}

	svg(): string {
		return this.#elements.join('');
	}
}
