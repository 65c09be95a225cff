import type { IControl } from 'maplibre-gl';

/** Four corners that a frame leaves: «show all of it». */
const ICON = 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4';
const SVG = 'http://www.w3.org/2000/svg';

/** A button of the map that goes back to the whole country: an icon with its label, the icon alone where the map is narrow. */
export class WholeCountry implements IControl {
	readonly #label: string;
	readonly #onpress: () => void;
	#element: HTMLElement | null = null;

	constructor(label: string, onpress: () => void) {
		this.#label = label;
		this.#onpress = onpress;
	}

	onAdd(): HTMLElement {
		const group = document.createElement('div');
		group.className = 'maplibregl-ctrl maplibregl-ctrl-group';
		const button = document.createElement('button');
		button.type = 'button';
		button.className = 'whole-country';
		button.title = this.#label;
		button.setAttribute('aria-label', this.#label);
		const text = document.createElement('span');
		text.textContent = this.#label;
		text.dir = 'auto';
		button.append(icon(), text);
		button.addEventListener('click', this.#onpress);
		group.append(button);
		return (this.#element = group);
	}

	onRemove(): void {
		this.#element?.remove();
	}
}

function icon(): SVGElement {
	const svg = document.createElementNS(SVG, 'svg');
	svg.setAttribute('viewBox', '0 0 16 16');
	svg.setAttribute('width', '16');
	svg.setAttribute('height', '16');
	svg.setAttribute('aria-hidden', 'true');
	const path = document.createElementNS(SVG, 'path');
	path.setAttribute('d', ICON);
	path.setAttribute('fill', 'none');
	path.setAttribute('stroke', 'currentcolor');
	path.setAttribute('stroke-width', '1.6');
	svg.append(path);
	return svg;
}
