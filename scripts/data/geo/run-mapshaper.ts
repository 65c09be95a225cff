import mapshaper from 'mapshaper';

/** The JSON that the commands write to `out.json`. Input files are given by name; nothing touches the disk. */
export async function runMapshaper<T>(commands: string, files: Readonly<Record<string, object>>): Promise<T> {
	const written = await mapshaper.applyCommands(`${commands} -quiet`, { ...files });
	const result = written['out.json'];
	if (result === undefined) throw new Error(`mapshaper wrote no out.json for «${commands}».`);
	return JSON.parse(typeof result === 'string' ? result : new TextDecoder().decode(result)) as T;
}
