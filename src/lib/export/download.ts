/** Gives a file to the reader under a name. */
export function download(file: Blob, name: string): void {
	const address = URL.createObjectURL(file);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	// The browser reads the address after the click has returned.
	setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
