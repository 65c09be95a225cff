import { simulatedLook, type Vision } from '#lib/core/cartography/style/colour-vision.ts';
import type { Scene } from '#lib/core/cartography/scene.ts';

/** A scene in the colours a reader with that vision sees; the scene itself for full vision. */
export function seenAs(scene: Scene, vision: Vision): Scene {
	if (vision === 'full') return scene;
	const rows = scene.legend.rows.map((row) => ({ ...row, look: simulatedLook(row.look, vision) }));
	return { ...scene, legend: { ...scene.legend, rows } };
}
