/** Lines in runs that no page may part; `isJoined` says of a line that it stays with the next one. */
export function inRuns<T>(lines: readonly T[], isJoined: (line: T, index: number) => boolean): T[][] {
	const runs: T[][] = [];
	lines.forEach((line, index) => {
		if (index > 0 && isJoined(lines[index - 1]!, index - 1)) runs.at(-1)!.push(line);
		else runs.push([line]);
	});
	return runs;
}
