import type { Vision } from '#lib/core/cartography/style/colour-vision.ts';
import type { PaletteId } from '#lib/core/cartography/style/palettes.ts';
import type { Words } from './words.ts';

/** What a palette is called. */
export const paletteText = ({ t }: Pick<Words, 't'>, id: PaletteId): string => t(`palette.${id}`);

/** What a way of seeing colours is called. */
export const visionText = ({ t }: Pick<Words, 't'>, vision: Vision): string => t(`vision.${vision}`);
